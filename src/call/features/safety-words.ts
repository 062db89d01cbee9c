import type { SafetyCode } from '../safety-code.js';

/** 64 pictures that are told apart in a glance and have short names: those of Matrix (MSC1267). */
export const SAFETY_EMOJI =
  '🐶 🐱 🦁 🐎 🦄 🐷 🐘 🐰 🐼 🐓 🐧 🐢 🐟 🐙 🦋 🌷 🌳 🌵 🍄 🌏 🌙 ☁️ 🔥 🍌 🍎 🍓 🌽 🍕 🎂 ❤️ 😀 🤖 🎩 👓 🔧 🎅 👍 ☂️ ⌛ ⏰ 🎁 💡 📕 ✏️ 📎 ✂️ 🔒 🔑 🔨 ☎️ 🏁 🚂 🚲 ✈️ 🚀 🏆 ⚽ 🎸 🎺 🔔 ⚓ 🎧 📁 📌'.split(' ');

/** Eight random bytes as a code. */
export function codeOf(bytes: DataView): SafetyCode {
  const bits = bytes.getUint32(0);
  const places = [26, 20, 14, 8, 2].map((shift) => (bits >>> shift) & 63);
  const digits = String(bytes.getUint32(4) % 1_000_000_000).padStart(9, '0');
  return Object.freeze({
    emoji: Object.freeze(places.map((place) => SAFETY_EMOJI[place] ?? '')),
    places: Object.freeze(places),
    digits: digits.replace(/(...)(?=.)/g, '$1 '),
  });
}
