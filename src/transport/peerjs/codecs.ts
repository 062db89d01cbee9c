/** Opus parameters of RFC 7587 §6.1 that are replaced, not repeated. */
const OPUS = /;(stereo|sprop-stereo|maxaveragebitrate)=\d+/g;
/** What we take in. */
const STEREO = 'stereo=1;sprop-stereo=1';
/** What the other side takes in, as we are to read it: how we send. */
const SEND_MUSIC = 'stereo=1;maxaveragebitrate=256000';

function withOpus(sdp: string, parameters: string): string {
  const payload = /^a=rtpmap:(\d+) opus\//im.exec(sdp)?.[1];
  const line = new RegExp(`^a=fmtp:${payload} .*$`, 'gm');
  return sdp.replace(line, (fmtp) => `${fmtp.replace(OPUS, '')};${parameters}`);
}

/** True for a description whose sender sends stereo. */
export const sendsStereo = (sdp: string): boolean => sdp.includes('sprop-stereo=1');
/** Our own description, taking in stereo. */
export const takingStereo = (sdp: string): string => withOpus(sdp, STEREO);
/** The other side's description, so that we send it stereo at 256 kbit/s. */
export const sentMusic = (sdp: string): string => withOpus(sdp, SEND_MUSIC);

/**
 * The other side's description, read so that lost pieces of a voice are asked for and sent again (generic NACK, RFC 4585
 * §6.2.1); left to themselves, browsers do so for pictures alone.
 */
export const repairingVoice = (sdp: string): string => sdp.replace(/^a=rtpmap:(\d+) opus\/.*$/gim, '$&\r\na=rtcp-fb:$1 nack');

/** A later description of a connection keeps the tuning of the one before. */
export function tunedLike(before: RTCSessionDescription | null, sdp: string): string {
  if (before && sendsStereo(before.sdp)) return takingStereo(sdp);
  return before?.sdp.includes('maxaveragebitrate=256000') ? sentMusic(sdp) : sdp;
}
