import { childController, later } from '../../lib/later.js';
import { TransportFailure } from '../transport.js';
import type { Member } from './member.js';
import type { Mesh } from './mesh.js';
import type { RoomDirectory } from './room-directory.js';
import type { SignalSocket } from './signal-socket.js';

/** The holder of the rendezvous has this long to take our offer before we try again. */
const ANSWER_MS = 3_000;
/** A member that took our offer but cannot be reached does not keep us out of the room for longer than this. */
const PATH_MS = 10_000;

interface Parts {
  readonly mesh: Mesh;
  readonly socket: SignalSocket;
  readonly directory: RoomDirectory;
  readonly rendezvous: string;
}

/**
 * Enters a room: offers a link to the rendezvous and claims the rendezvous, both at once and before the socket is
 * even open. Either whoever is there answers the offer, or the claim shows that nobody is.
 * Rejects with a TransportFailure when the room is full or `signal` aborts.
 */
export async function enterRoom({ mesh, socket, directory, rendezvous }: Parts, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw new TransportFailure('aborted');
  const entering = childController(signal);
  let offered: Member | null = null;
  const knock = (): void => {
    if (!offered?.hello) {
      offered?.end('lost');
      offered = mesh.dial(rendezvous, null);
    }
    directory.claim();
  };
  await new Promise<void>((resolve, reject) => {
    const within = entering.signal;
    const settle = (how: 'held' | 'taken'): void => {
      const answered = offered?.hello != null;
      if (answered) later(PATH_MS, within, resolve);
      else if (how === 'taken') later(ANSWER_MS, within, knock);
      else {
        offered?.end('lost');
        resolve();
      }
    };
    within.addEventListener('abort', () => reject(new TransportFailure('aborted')), { once: true });
    directory.on('claimed', settle, within);
    mesh.on('member-join', () => resolve(), within);
    mesh.on('refused', (reason) => reason === 'full' && reject(new TransportFailure('room-full')), within);
    // The offer made before a long outage is stale.
    socket.on('open', () => offered?.links.length === 0 && knock(), within);
    knock();
  }).finally(() => entering.abort());
}
