import type { SenderShape } from '../transport.js';

/** lib.dom leaves out what not all browsers know. */
type SenderParameters = RTCRtpSendParameters & { degradationPreference?: SenderShape['degradationPreference'] };
type Options = RTCSetParameterOptions & { encodingOptions: { keyFrame: boolean }[] };

const queues = new WeakMap<RTCRtpSender, Promise<void>>();

/** Changes how a sender sends, after all that was asked before: interleaved calls of setParameters fail (W3C WebRTC §5.2). */
export function changeParameters(sender: RTCRtpSender, change: (parameters: SenderParameters) => void): void {
  inTurn(sender, async () => {
    const parameters = sender.getParameters();
    const was = JSON.stringify(parameters);
    change(parameters);
    if (JSON.stringify(parameters) !== was) await sender.setParameters(parameters);
  });
}

/** Has the sender's next picture be a whole one, where the browser can (webrtc-extensions, RTCEncodingOptions.keyFrame). */
export function sendKeyFrame(sender: RTCRtpSender): void {
  inTurn(sender, async () => {
    const parameters = sender.getParameters();
    const options: Options = { encodingOptions: parameters.encodings.map(() => ({ keyFrame: true })) };
    await sender.setParameters(parameters, options);
  });
}

function inTurn(sender: RTCRtpSender, act: () => Promise<void>): void {
  const before = queues.get(sender);
  // Rejects when the connection was closed meanwhile, or where the browser knows better.
  const mine = (async () => {
    await before;
    await act();
  })().catch(() => undefined);
  queues.set(sender, mine);
}
