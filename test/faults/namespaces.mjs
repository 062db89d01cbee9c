import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BRIDGE = 'vcbridge';
const NET = '10.77.0';
/** Where the bridge, and with it the servers, can be reached. */
export const HERE = `${NET}.1`;

const ip = (...words) => execFileSync('ip', words, { stdio: ['ignore', 'pipe', 'pipe'] }).toString();

/** Why this machine cannot make networks of its own; null when it can. */
export function whyNot() {
  if (process.platform !== 'linux') return 'needs Linux';
  try {
    ip('netns', 'add', 'vcprobe');
    ip('netns', 'del', 'vcprobe');
    return null;
  } catch (error) {
    return `needs root and ip netns: ${String(error.stderr ?? error.message).trim()}`;
  }
}

/** A network with one machine for each name: a namespace of the kernel with an interface and an address of its own. */
export class Network {
  #folder = mkdtempSync(join(tmpdir(), 'video-call-net-'));
  #hosts = new Map();

  /** @param {readonly string[]} names */
  constructor(names) {
    ip('link', 'add', BRIDGE, 'type', 'bridge');
    ip('addr', 'add', `${HERE}/24`, 'dev', BRIDGE);
    ip('link', 'set', BRIDGE, 'up');
    for (const [index, name] of names.entries()) this.#add(name, `${NET}.${10 + index}`);
  }

  /** Path of a command that starts the browser on that machine. */
  wrapper(name) {
    const path = join(this.#folder, name);
    writeFileSync(path, `#!/bin/sh\nexec ip netns exec vc${name} "$CHROMIUM" "$@"\n`);
    chmodSync(path, 0o755);
    return path;
  }

  /** Pulls the machine's plug at the far end: its own interface stays up, so nothing tells it. */
  cut(name) {
    ip('link', 'set', `vc${name}0`, 'nomaster');
  }

  mend(name) {
    ip('link', 'set', `vc${name}0`, 'master', BRIDGE);
  }

  /** Another address in place of the one it had. */
  move(name) {
    const former = this.#hosts.get(name);
    const next = former.replace(/\d+$/, (last) => String(Number(last) + 100));
    this.#hosts.set(name, next);
    this.#in(name, 'addr', 'del', `${former}/24`, 'dev', 'eth0');
    this.#in(name, 'addr', 'add', `${next}/24`, 'dev', 'eth0');
    this.#in(name, 'route', 'replace', 'default', 'via', HERE);
  }

  /** Carries no more than that many kbit/s to the machine: a token bucket, which every kernel has. */
  narrow(name, kbits) {
    execFileSync('tc', ['qdisc', 'replace', 'dev', `vc${name}0`, 'root', 'tbf', 'rate', `${kbits}kbit`, 'burst', '8k', 'latency', '300ms']);
  }

  remove() {
    for (const name of this.#hosts.keys()) ip('netns', 'del', `vc${name}`);
    ip('link', 'del', BRIDGE);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #add(name, address) {
    this.#hosts.set(name, address);
    ip('netns', 'add', `vc${name}`);
    ip('link', 'add', `vc${name}0`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', `vc${name}`);
    ip('link', 'set', `vc${name}0`, 'master', BRIDGE, 'up');
    this.#in(name, 'link', 'set', 'lo', 'up');
    this.#in(name, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
    this.#in(name, 'link', 'set', 'eth0', 'up');
    this.#in(name, 'route', 'add', 'default', 'via', HERE);
  }

  #in(name, ...words) {
    ip('-n', `vc${name}`, ...words);
  }
}
