import type { TransportOptions } from '../transport.js';

const PUBLIC_STUN: readonly RTCIceServer[] = [{ urls: 'stun:stun.l.google.com:19302' }];

/** ICE servers that are known from the start: those given; else one public STUN server, but only beside the public signalling server. */
export function iceServersNow(options: TransportOptions): RTCIceServer[] {
  if (Array.isArray(options.iceServers)) return [...(options.iceServers as readonly RTCIceServer[])];
  return options.server === '' && options.iceServers === null ? [...PUBLIC_STUN] : [];
}
