import { html, type TemplateResult } from 'lit';

const CANDIDATE = /\b(?:https?:\/\/|mailto:)[^\s<>"'`]+/giu;
const SAFE = new Set(['http:', 'https:', 'mailto:']);
/** Ends a sentence rather than an address. */
const TRAILING = /[.,:;!?)\]}*_~…»”’]$/u;

/** A text with its web and mail addresses as links; shown as it was typed, never as markup. */
export function linked(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(CANDIDATE)) {
    const typed = addressIn(found);
    const href = safeHref(typed);
    if (!href) continue;
    parts.push(text.slice(end, index), html`<a href=${href} title=${href} target="_blank" rel="noopener noreferrer">${typed}</a>`);
    end = index + typed.length;
  }
  return [...parts, text.slice(end)];
}

/** Without what belongs to the sentence; a closing bracket stays when it was opened within the address. */
function addressIn(found: string): string {
  let address = found;
  while (TRAILING.test(address) && !(address.endsWith(')') && closes(address))) address = address.slice(0, -1);
  return address;
}

function closes(address: string): boolean {
  return address.split('(').length >= address.split(')').length;
}

/** An address that may be opened; null for any other, and for one that hides its host behind a user name. */
function safeHref(typed: string): string | null {
  try {
    const { protocol, username, password, href } = new URL(typed);
    return SAFE.has(protocol) && !username && !password ? href : null;
  } catch {
    return null;
  }
}
