import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, test } from 'node:test';
import { WebSocket } from 'ws';
import { serve } from '../../scripts/serve.mjs';

let server;
const sockets = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await server?.stop();
  server = undefined;
});

function connect(id, headers = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/peerjs?key=peerjs&id=${id}&token=t&version=1.5.5`, { headers });
  socket.on('error', () => undefined);
  sockets.push(socket);
  return socket;
}

/** Registered with the server. */
async function registered(id, headers) {
  const socket = connect(id, headers);
  const [text] = await once(socket, 'message');
  assert.equal(JSON.parse(text).type, 'OPEN');
  return socket;
}

async function refusal(id, headers) {
  const [, response] = await once(connect(id, headers), 'unexpected-response');
  return response.statusCode;
}

const echo = (dst, text) => JSON.stringify({ type: 'CANDIDATE', dst, payload: text });

test('the server relays like a stock one', { timeout: 10_000 }, async () => {
  server = await serve({ port: '0' });
  const [ada, ben] = [await registered('ada'), await registered('ben')];
  ada.send(echo('ben', 'hello'));
  const [text] = await once(ben, 'message');
  assert.deepEqual(JSON.parse(text), { type: 'CANDIDATE', src: 'ada', dst: 'ben', payload: 'hello' });
});

test('a message that is too long closes the connection and nothing else', { timeout: 10_000 }, async () => {
  server = await serve({ port: '0', 'max-message': '1000' });
  const [ada, ben] = [await registered('ada'), await registered('ben')];
  ada.send(echo('ben', 'x'.repeat(2_000)));
  await once(ada, 'close');
  ben.send(echo('ben', 'still here'));
  await once(ben, 'message');
});

test('more messages than the rate allows close the connection', { timeout: 10_000 }, async () => {
  server = await serve({ port: '0', 'max-rate': '5' });
  const ada = await registered('ada');
  for (let n = 0; n < 21; n++) ada.send('{"type":"HEARTBEAT"}');
  const [code] = await once(ada, 'close');
  assert.equal(code, 1008);
});

test('an address has only so many connections, and again one when it lets go', { timeout: 10_000 }, async () => {
  server = await serve({ port: '0', 'max-per-address': '2' });
  const ada = await registered('ada');
  await registered('ben');
  assert.equal(await refusal('cem'), 429);
  ada.close();
  await once(ada, 'close');
  await registered('dan');
});

test('pages of other origins are refused', { timeout: 10_000 }, async () => {
  server = await serve({ port: '0', origins: 'https://here.example' });
  assert.equal(await refusal('eve', { origin: 'https://there.example' }), 403);
  assert.equal(await refusal('eve'), 403);
  await registered('ada', { origin: 'https://here.example' });
});

test('an option that is no number is said so', async () => {
  await assert.rejects(serve({ 'max-rate': 'fast' }), /--max-rate takes a whole number, not "fast"/);
});
