import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChatMessage } from '../../call/call-state.js';
import type { View } from '../view.js';
import { stickToEnd, toEnd } from './chat-scroll.js';
import { linked } from './chat-text.js';

/** Messages of one person within this time stand under one name. */
const TOGETHER_MS = 120_000;

/** Everything that was written, the newest last. New messages are read out, as a log's are (WAI-ARIA, role `log`). */
export function chatLog(view: View): TemplateResult {
  const { strings, call, language } = view;
  const { chat } = call;
  return html`<div part="chat" class="log" role="log" tabindex="0" aria-label=${strings.chat.messages} ${stickToEnd(chat.at(-1))}>
      ${chat.length === 0 ? html`<p class="hint">${strings.chat.empty}</p>` : nothing}
      <ol>
        ${guard([chat, strings, language], () =>
          repeat(chat, ({ id }) => id, (message, index) => item(view, message, chat[index - 1])),
        )}
      </ol>
    </div>
    <button type="button" part="button button-newer" class="newer primary" @click=${toEnd}>${strings.chat.newer}</button>`;
}

function item(view: View, message: ChatMessage, before: ChatMessage | undefined): TemplateResult {
  const { isOwn, to, text } = message;
  const kind = `${isOwn ? 'own' : ''} ${to === null ? '' : 'private'}`;
  const parts = `chat-message ${isOwn ? 'chat-own' : ''} ${to === null ? '' : 'chat-private'}`;
  return html`<li part=${parts} class=${`message ${kind}`}>
    ${follows(message, before) ? nothing : heading(view, message)}
    <p class="text" dir="auto">${linked(text)}</p>
  </li>`;
}

function follows({ from, to, time }: ChatMessage, before: ChatMessage | undefined): boolean {
  return before?.from === from && before.to === to && time - before.time < TOGETHER_MS;
}

function heading({ strings, language }: View, { name, isOwn, time, to, toName }: ChatMessage): TemplateResult {
  const { guest, chat, you } = strings;
  const moment = new Date(time);
  return html`<div class="by">
    <b dir="auto">${isOwn ? you : name || guest}</b>
    <time datetime=${moment.toISOString()}>${clock(language).format(moment)}</time>
    ${to === null ? nothing : html`<span class="note">${isOwn ? chat.privateTo(toName || guest) : chat.private}</span>`}
  </div>`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Hours and minutes in a language; the browser's own where the page's tag is none. */
function clock(language: string): Intl.DateTimeFormat {
  const known = clocks.get(language) ?? makeClock(language);
  clocks.set(language, known);
  return known;
}

function makeClock(language: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  try {
    return new Intl.DateTimeFormat(language || undefined, options);
  } catch {
    return new Intl.DateTimeFormat(undefined, options);
  }
}
