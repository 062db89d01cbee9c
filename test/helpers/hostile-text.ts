/** Texts that forged, hid or broke something somewhere: made by rule, so that each kind comes in every guise. */

const SCRIPTS = ['window.hacked=1', 'parent.hacked=1', "top['hacked']=1", 'eval(`window.hacked=1`)'];
const TAGS = ['script', 'img', 'svg', 'iframe', 'math', 'body', 'video', 'style', 'link', 'object', 'form', 'input', 'details', 'template', 'slot', 'video-call'];
const HANDLERS = ['onerror', 'onload', 'onclick', 'onfocus', 'ontoggle', 'onanimationstart', 'onbegin', 'onpointerover'];
const CLOSERS = ['', '"', "'", '-->', '</title>', '</style>', '</textarea>', '</bdi></span>', '${', '{{'];
const SCHEMES = ['javascript:', 'JaVaScRiPt:', 'java\tscript:', 'data:text/html,', 'vbscript:', 'blob:', 'file:///', 'https://good.example@evil.example/', '//evil.example/', 'http://evil.example/"onclick="'];
const PROTOTYPE = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', '__proto__.hacked', 'constructor.prototype.hacked', 'then', 'NaN', 'null', 'undefined', 'true', '-1', '[object Object]'];
const STRINGS = ["'; DROP TABLE rooms;--", '../../etc/passwd', '%00', '%n%s%x', '$(touch x)', '`touch x`', '\\u0000', '&lt;script&gt;', '&#x202e;', '{"type":"bye"}', '<?xml?>', '<!--', ']]>', '<![CDATA[', '=cmd|calc', 'lit$0$', '<?lit$0$?>', '${window.hacked=1}', '{{constructor.constructor("window.hacked=1")()}}'];
/** Unseen, direction-changing, private, unassigned, and halves of characters. */
const UNSEEN = [[0x00, 0x1f], [0x7f, 0x9f], [0xad, 0xad], [0x61c, 0x61c], [0x200b, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f], [0xd800, 0xd803], [0xdffc, 0xdfff], [0xe000, 0xe003], [0xfe00, 0xfe03], [0xfeff, 0xfeff], [0xfff9, 0xfffd], [0xe0001, 0xe0001], [0xe0020, 0xe0030], [0xe0100, 0xe0103]] as const;
const HUGE = ['a', '\u0301', '\u202e', '👩‍👩‍👧', '<b>', '&', ' ', '\n', 'ﷺ', '𒐫', '🇦'].map((piece) => piece.repeat(3_900 / piece.length));

const range = ([from, to]: readonly [number, number]): string[] => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));

function* markup(): Iterable<string> {
  for (const tag of TAGS) for (const closer of CLOSERS) yield `${closer}<${tag} src=x href="javascript:${SCRIPTS[0]}" style="position:fixed">${SCRIPTS[0]}</${tag}>`;
  for (const handler of HANDLERS) for (const script of SCRIPTS) for (const tag of ['img src=x', 'svg', 'input autofocus']) yield `"><${tag} ${handler}="${script}">`;
  for (const script of SCRIPTS) for (const closer of CLOSERS) yield `${closer}<script>${script}</script>`;
}

function* text(): Iterable<string> {
  for (const scheme of SCHEMES) for (const script of SCRIPTS) yield* [`${scheme}${script}`, `see ${scheme}//%0a${script} now`];
  for (const unseen of UNSEEN.flatMap(range)) yield* [`Ada${unseen}gnp.exe`, ...(unseen.length > 0 ? [`${unseen}Ben`] : [])];
  yield* PROTOTYPE;
  yield* STRINGS;
  yield* HUGE;
  for (let marks = 1; marks <= 512; marks *= 2) yield `Z${'\u0310\u0489\u0334'.repeat(marks)}algo`;
}

/** More than 600 of them, each another. */
export const HOSTILE_TEXTS: readonly string[] = [...new Set([...markup(), ...text()])];
