import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { CallError } from '../../call/call-error.js';
import { drawn, icon } from '../icons.js';
import type { TalkState } from '../talk-ui.js';
import type { View } from '../view.js';

const ARROW = 'M4 4l17 8-17 8 3-8zM7 12h7';

/** Where the next message is written: to whom, what, and why the last one could not be sent. */
export function composer(view: View, talk: TalkState): TemplateResult {
  const { strings } = view;
  const { actions } = talk;
  const { text, to } = talk.draft;
  const send = (event: Event): void => {
    event.preventDefault();
    const area = (event.currentTarget as Element).closest('form')?.querySelector('textarea');
    if (area) void sendFrom(talk, area);
  };
  return html`<form part="form" class="composer ${to ? 'private' : ''}" @submit=${send}>
    ${receivers(view, talk)} ${problem(view, talk)}
    <div class="line">
      <textarea
        part="input"
        rows="1"
        autofocus
        dir="auto"
        enterkeyhint="send"
        aria-label=${strings.chat.write}
        aria-describedby="chat-problem"
        placeholder=${strings.chat.write}
        .value=${live(text)}
        @beforeinput=${(event: InputEvent) => refuseFlood(event, actions)}
        @input=${({ target }: Event) => actions.setDraft({ text: (target as HTMLTextAreaElement).value, problem: null })}
        @keydown=${(event: KeyboardEvent) => isEnter(event) && send(event)}
      ></textarea>
      <button part="button button-send" class="round primary" aria-label=${strings.chat.send} title=${strings.chat.send}>
        ${drawn(ARROW)}
      </button>
    </div>
  </form>`;
}

/** A browser may break down under the layout of megabytes. Some times what can be sent still fits, to be shortened here. */
const MOST_HELD = 20_000;

/** A flood is refused whole: what stands in the field stays, and what was pasted is still where it came from. */
function refuseFlood(event: InputEvent, { setDraft }: TalkState['actions']): void {
  const { length } = event.data ?? '';
  // What comes letter by letter is no flood.
  if (length < 2 || length + (event.target as HTMLTextAreaElement).value.length <= MOST_HELD) return;
  event.preventDefault();
  setDraft({ problem: 'message-too-long' });
}

/** Enter alone: with Shift it is a line break, within a composition (IME) it belongs to the word. */
function isEnter({ key, shiftKey, isComposing }: KeyboardEvent): boolean {
  return key === 'Enter' && !shiftKey && !isComposing;
}

/** What was typed goes only when it was sent; what was typed meanwhile stays. */
async function sendFrom({ draft, actions }: TalkState, area: HTMLTextAreaElement): Promise<void> {
  const { value } = area;
  if (!value.trim()) return;
  try {
    await actions.send(value, draft.to);
    actions.setDraft({ text: area.value === value ? '' : area.value, problem: null });
  } catch (error) {
    actions.setDraft({ problem: error instanceof CallError ? error.code : 'internal' });
  }
}

function problem({ strings }: View, { draft }: TalkState): TemplateResult {
  const code = draft.problem;
  const { what, todo } = code ? strings.errors[code] : { what: '', todo: '' };
  return html`<p id="chat-problem" class="problem" ?hidden=${!code}>${code ? icon('alert') : nothing}<span>${what} ${todo}</span></p>`;
}

/** Who has left stays chosen: what was meant for one must never go to all. */
function receivers({ call, strings }: View, { draft, actions }: TalkState): TemplateResult | typeof nothing {
  const { to, toName } = draft;
  const { guest, chat } = strings;
  const others = call.participants.filter(({ isLocal }) => !isLocal).map(({ id, displayName }) => ({ id, name: displayName || guest }));
  if (others.length === 0 && !to) return nothing;
  const isGone = to !== '' && !others.some(({ id }) => id === to);
  const options = [{ id: '', name: chat.everyone }, ...others, ...(isGone ? [{ id: to, name: chat.gone(toName) }] : [])];
  const choose = ({ target }: Event): void => {
    const { value, selectedOptions } = target as HTMLSelectElement;
    actions.setDraft({ to: value, toName: selectedOptions[0]?.text ?? '', problem: null });
  };
  return html`<label class="to">
    ${chat.to}
    <select part="input" @change=${choose}>
      ${repeat(options, ({ id }) => id, ({ id, name }) => html`<option value=${id} .selected=${live(id === to)}>${name}</option>`)}
    </select>
  </label>`;
}
