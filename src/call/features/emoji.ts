/** One emoji as Unicode builds it (UTS #51 §1.4.9): flag, keycap, or pictographs joined into one. */
const EMOJI =
  /^(?:\p{RI}\p{RI}|[#*0-9]\ufe0f?\u20e3|\p{ExtPict}(?:\ufe0f|\p{EMod})?[\u{e0020}-\u{e007f}]{0,8}(?:\u200d\p{ExtPict}(?:\ufe0f|\p{EMod})?){0,8})$/u;

/** True for a single emoji and nothing else: no text, no markup, nothing longer. */
export function isEmoji(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 64 && EMOJI.test(value);
}
