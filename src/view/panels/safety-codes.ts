import { css, html, nothing, type TemplateResult } from 'lit';
import type { SafetyCode } from '../../call/safety-code.js';
import { emojiNames } from '../../i18n/emoji-names.js';
import { icon } from '../icons.js';
import type { PanelModule } from '../panels.js';
import type { Participant, View } from '../view.js';
import { asking } from './asking.js';

const COPIED_MS = 3_000;

/** A code for each of the others: who reads the same to one another has nobody in the middle. */
function content(view: View): TemplateResult {
  const { call, strings } = view;
  const others = call.participants.filter(({ isLocal }) => !isLocal);
  if (others.length === 0) return html`<p class="hint">${strings.stats.nobody}</p>`;
  return html`<p class="hint">${strings.safety.how}</p>
    ${others.map((who, index) => person(view, who, index))}`;
}

function person(view: View, who: Participant, index: number): TemplateResult {
  const { strings, actions } = view;
  const { verified, safetyCode } = who;
  return html`<section class="safety" aria-labelledby="safe-${index}">
    <h3 id="safe-${index}"><bdi>${who.displayName || strings.guest}</bdi></h3>
    <p class="verdict ${verified}">${verified === 'unverified' ? nothing : icon(verified === 'verified' ? 'check' : 'alert')}${strings.safety[verified]}</p>
    ${safetyCode ? codeOf(view, who, safetyCode) : html`<div class="wait" ${asking(who.id, () => actions.safetyCode(who.id), strings)}></div>`}
  </section>`;
}

function codeOf(view: View, who: Participant, { emoji, places, digits }: SafetyCode): TemplateResult {
  const { safety } = view.strings;
  const names = emojiNames(view.language);
  const spelled = digits.replaceAll(' ', ',').replaceAll(/\d/g, '$& ');
  return html`<ol class="emoji" role="list" part="safety-code">
      ${emoji.map((one, at) => html`<li><span aria-hidden="true">${one}</span>${names[places[at] ?? 0]}</li>`)}
    </ol>
    <p class="digits">
      <span role="img" aria-label=${spelled} dir="ltr">${digits}</span>
      <button type="button" part="button button-copy" class="plain" @click=${(event: Event) => copy(event, digits)}>
        <span class="todo">${icon('copy')} ${safety.copy}</span><span class="done" role="status">${icon('check')} ${safety.copied}</span>
      </button>
    </p>
    <div class="answers">
      ${answer(view, who, 'verified', safety.same)} ${answer(view, who, 'broken', safety.different)}
    </div>`;
}

function answer({ actions }: View, { id, verified }: Participant, verdict: 'verified' | 'broken', words: string): TemplateResult {
  const mark = (): void => actions.markSafety(id, verdict === 'verified');
  return html`<button type="button" part="button button-${verdict}" class="secondary" aria-pressed=${verified === verdict} @click=${mark}>${words}</button>`;
}

async function copy({ currentTarget }: Event, digits: string): Promise<void> {
  const button = currentTarget as HTMLElement;
  // Where the page or the person forbids it, the digits can still be selected.
  const isCopied = await navigator.clipboard.writeText(digits).then(() => true, () => false);
  button.classList.toggle('copied', isCopied);
  setTimeout(() => button.classList.remove('copied'), COPIED_MS);
}

const styles = css`
  .safety {
    display: grid;
    gap: 0.6em;
    margin-block-start: 1.25em;
  }
  .safety h3,
  .safety p {
    margin: 0;
  }
  .safety h3 {
    font-size: 1.0625em;
    overflow-wrap:anywhere;
  }
  .verdict {
    display: flex;
    gap: 0.4em;
    align-items: center;
    font-size: 0.9375em;
  }
  .verdict.verified {
    font-weight: 600;
  }
  .verdict.broken {
    font-weight: 600;
    color: var(--_trouble);
  }
  .verdict .icon {
    flex: none;
  }
  .wait {
    display: grid;
    justify-items: start;
    gap: 0.5em;
  }
  .emoji {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 0.25em;
    margin: 0;
    padding: 0.75em 0.25em;
    border-radius: var(--_radius);
    background: var(--_surface);
    list-style: none;
    text-align: center;
    font-size: 0.75em;
    line-height: 1.25;
    hyphens: auto;
    overflow-wrap:anywhere;
  }
  .emoji span {
    display: block;
    font-size: 2.5em;
  }
  .digits {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    font-size: 1.125em;
    font-variant-numeric: tabular-nums;
    user-select: text;
  }
  .digits button {
    font-size: 0.8em;
  }
  .digits .todo,
  .digits .done {
    display: inline-flex;
    gap: 0.35em;
    align-items: center;
  }
  .digits .copied .todo,
  .digits button:not(.copied) .done {
    display: none;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .answers button {
    flex: 1 1 auto;
  }
  .answers [aria-pressed='true'] {
    color: var(--_accent-text);
    background-color: var(--_accent);
  }
`;

export const panel: PanelModule = { content, styles };
