#!/usr/bin/env node
/**
 * `npx video-call-element serve`: a stock PeerServer (`npm install peer`) with limits that the stock one lacks. TLS is
 * for a proxy in front of it; see docs/server.md.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What each option does, and its default. */
const OPTIONS = {
  port: '9000',
  host: '127.0.0.1',
  path: '/',
  /** Origins whose pages may connect, parted by commas; empty: all. */
  origins: '',
  /** Longest message, in bytes. */
  'max-message': '65536',
  /** Messages a second of one connection, after a burst of four times as many. */
  'max-rate': '50',
  /** Connections from one address at a time; each person has two while holding a room. */
  'max-per-address': '40',
  /** Connections in all. */
  'max-connections': '2000',
  /** `true` behind a proxy that sets x-forwarded-for: addresses are taken from there. */
  proxied: 'false',
};

/** A message more than the rate allows closes the connection (RFC 6455 §7.4.1, policy violation). */
const TOO_MUCH = 1008;

/**
 * Starts the server.
 * @param {Partial<typeof OPTIONS>} [wishes]
 * @returns {Promise<{port: number, stop: () => Promise<void>}>}
 * @throws an Error when the package `peer` is not installed, an option is no number, or the port is taken
 */
export async function serve(wishes = {}) {
  const options = { ...OPTIONS, ...wishes };
  const [{ PeerServer }, { WebSocketServer }] = await Promise.all([load('peer'), load('ws')]);
  const limits = { rate: number(options, 'max-rate'), perAddress: number(options, 'max-per-address') };
  const config = {
    host: options.host,
    port: number(options, 'port'),
    path: options.path,
    concurrent_limit: number(options, 'max-connections'),
    createWebSocketServer: (given) => limited(new WebSocketServer({ ...given, maxPayload: number(options, 'max-message'), verifyClient: gate(options, limits) }), limits),
  };
  return new Promise((resolve, reject) => {
    const app = PeerServer(config, (server) => resolve({ port: server.address().port, stop: () => stop(server) }));
    // Also what a bad message raises: the server goes on, only a port it cannot have ends the start.
    app.on('error', (error) => error.syscall === 'listen' && reject(error));
  });
}

const open = new WeakMap();

/** Lets a page in by its origin and by how many come from its address. */
function gate({ origins, proxied }, limits) {
  const known = origins.split(/[\s,]+/).filter(Boolean);
  const perAddress = (limits.addresses = new Map());
  return ({ origin, req }, done) => {
    const address = (proxied === 'true' && req.headers['x-forwarded-for']?.split(',').at(-1).trim()) || req.socket.remoteAddress;
    if (known.length > 0 && !known.includes(origin)) return done(false, 403, 'Origin not allowed');
    if ((perAddress.get(address) ?? 0) >= limits.perAddress) return done(false, 429, 'Too many connections');
    open.set(req, address);
    return done(true);
  };
}

/** Counts the connections of each address, and the messages of each connection. */
function limited(sockets, { rate, addresses }) {
  sockets.on('connection', (socket, request) => {
    const address = open.get(request);
    addresses.set(address, (addresses.get(address) ?? 0) + 1);
    socket.on('close', () => {
      const left = addresses.get(address) - 1;
      if (left > 0) addresses.set(address, left);
      else addresses.delete(address);
    });
    // A frame that is too long raises an error, and the connection is closed.
    socket.on('error', () => socket.terminate());
    let [tokens, at] = [rate * 4, Date.now()];
    socket.prependListener('message', () => {
      const now = Date.now();
      tokens = Math.min(rate * 4, tokens + ((now - at) * rate) / 1000) - 1;
      at = now;
      if (tokens < 0) socket.close(TOO_MUCH, 'Too many messages');
    });
  });
  return sockets;
}

async function load(name) {
  try {
    return await import(name);
  } catch (cause) {
    throw new Error(`The package "${name}" is missing. Install the signalling server beside this package: npm install peer`, { cause });
  }
}

function number(options, name) {
  const value = Number(options[name]);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new Error(`--${name} takes a whole number, not "${options[name]}"`);
}

function stop(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

async function main(words) {
  const options = Object.fromEntries(Object.keys(OPTIONS).map((name) => [name, { type: 'string' }]));
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
  if (positionals.length !== 1 || positionals[0] !== 'serve') throw new Error(`Usage: video-call-element serve ${Object.entries(OPTIONS).map(([name, value]) => `[--${name} ${value || '…'}]`).join(' ')}`);
  const { port } = await serve(values);
  console.log(`Signalling server on port ${port}. <video-call server="${values.host ?? OPTIONS.host}:${port}${values.path ?? OPTIONS.path}">`);
}

if (process.argv[1] && (fileURLToPath(import.meta.url) === process.argv[1] || process.argv[1].endsWith('video-call-element'))) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
