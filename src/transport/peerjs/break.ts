import type { SimulatedFault } from '../transport.js';
import type { Mesh } from './mesh.js';
import type { SignalSocket } from './signal-socket.js';

/** Breaks it; everything then heals by the same means as after the real fault. */
export function breakOn(fault: SimulatedFault, { mesh, socket }: { readonly mesh: Mesh; readonly socket: SignalSocket }): void {
  if (fault === 'signalling-lost' || fault === 'sleep') socket.lose();
  for (const member of mesh.members) {
    if (fault === 'peer-lost') member.end('lost');
    else if (fault !== 'signalling-lost') member.current?.cut();
  }
}
