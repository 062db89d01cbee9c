import { every, later } from '../../lib/later.js';
import { randomId } from '../../lib/random-id.js';
import type { TransportCheck, TransportTrouble } from '../transport.js';
import { SignalSocket } from './signal-socket.js';

const SERVER_MS = 6_000;
const GATHER_MS = 8_000;
const LOOP_MS = 9_000;
/** STUN error codes (RFC 8489 §14.8, RFC 8656 §19) by which a server refuses who asks. */
const REFUSALS = new Set([401, 403, 431, 437, 438]);

/** Tries the server, the ICE servers and the browser's own media, each by itself and all at once. */
export async function selfTest(urls: readonly string[], config: RTCConfiguration): Promise<readonly TransportCheck[]> {
  const life = new AbortController();
  try {
    return (await Promise.all([checkServer(urls, life.signal), checkIce(config, life.signal), checkMedia(life.signal)])).flat();
  } finally {
    life.abort();
  }
}

/** Registers under an id that nobody knows. */
async function checkServer(urls: readonly string[], signal: AbortSignal): Promise<readonly TransportCheck[]> {
  const socket = new SignalSocket(urls, randomId());
  const trouble = await new Promise<TransportTrouble | null>((resolve) => {
    let last: TransportTrouble = 'unreachable';
    socket.on('open', () => resolve(null));
    socket.on('trouble', (why) => (last = why));
    later(SERVER_MS, signal, () => resolve(last));
    socket.start();
  });
  socket.close();
  return [{ name: 'server', trouble }];
}

const urlsOf = ({ iceServers = [] }: RTCConfiguration): string[] => iceServers.flatMap(({ urls }) => urls);

/** Which of the ICE servers answer. Without any there is nothing to ask. */
async function checkIce(config: RTCConfiguration, signal: AbortSignal): Promise<readonly TransportCheck[]> {
  const urls = urlsOf(config);
  if (urls.length === 0) return [];
  const { types, refused } = await gather(config, signal);
  const hasTurn = urls.some((url) => url.startsWith('turn'));
  const isBlocked = types.has('relay') || types.has('srflx') ? null : 'blocked';
  const turn: TransportCheck = { name: 'turn', trouble: types.has('relay') ? null : refused ? 'turn-unauthorised' : 'blocked' };
  // A relay that answers and refuses shows that the network is open.
  const network: TransportCheck = { name: 'network', trouble: refused ? null : isBlocked };
  return hasTurn ? [network, turn] : [network];
}

async function gather(config: RTCConfiguration, signal: AbortSignal): Promise<{ types: ReadonlySet<string>; refused: boolean }> {
  const pc = new RTCPeerConnection(config);
  const types = new Set<string>();
  let refused = false;
  await new Promise<void>((resolve) => {
    pc.addEventListener('icecandidate', ({ candidate }) => (candidate?.type ? types.add(candidate.type) : resolve()));
    pc.addEventListener('icecandidateerror', ({ errorCode }) => (refused ||= REFUSALS.has(errorCode)));
    later(GATHER_MS, signal, resolve);
    pc.createDataChannel('check');
    pc.setLocalDescription().catch(() => resolve());
  });
  pc.close();
  return { types, refused };
}

/** The browser calls itself with a painted picture, which must arrive. */
async function checkMedia(signal: AbortSignal): Promise<readonly TransportCheck[]> {
  const [caller, callee] = [new RTCPeerConnection(), new RTCPeerConnection()];
  const picture = paintedPicture(signal);
  const arrived = new Promise<boolean>((resolve) => {
    callee.addEventListener('track', ({ track }) => track.addEventListener('unmute', () => resolve(true)));
    later(LOOP_MS, signal, () => resolve(false));
    connect(caller, callee, picture).catch(() => resolve(false));
  });
  const trouble = (await arrived) ? null : 'blocked';
  for (const track of picture.getTracks()) track.stop();
  caller.close();
  callee.close();
  return [{ name: 'media', trouble }];
}

async function connect(caller: RTCPeerConnection, callee: RTCPeerConnection, picture: MediaStream): Promise<void> {
  for (const [from, to] of [[caller, callee], [callee, caller]] as const) {
    from.addEventListener('icecandidate', ({ candidate }) => void to.addIceCandidate(candidate ?? undefined).catch(() => undefined));
  }
  for (const track of picture.getTracks()) caller.addTrack(track);
  const offer = await caller.createOffer();
  await Promise.all([caller.setLocalDescription(offer), callee.setRemoteDescription(offer)]);
  const answer = await callee.createAnswer();
  await Promise.all([callee.setLocalDescription(answer), caller.setRemoteDescription(answer)]);
}

/** A small picture that changes, so that there are frames to send. */
function paintedPicture(signal: AbortSignal): MediaStream {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
  const context = canvas.getContext('2d');
  let count = 0;
  every(50, signal, () => context?.fillRect(count++ % 64, 0, 1, 48));
  return canvas.captureStream(20);
}
