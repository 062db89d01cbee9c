import { css, html, nothing, type TemplateResult } from 'lit';
import type { PanelModule } from '../panels.js';
import { SHORTCUTS } from '../shortcuts.js';
import type { View } from '../view.js';

/** What each key does, of those that work here. */
function content(view: View): TemplateResult {
  const { ui, strings } = view;
  const offered = Object.values(SHORTCUTS).filter((shortcut) => shortcut.isOffered(view));
  return html`<dl class="keys">
      ${offered.map(({ keys, label }) => row(label(strings), keys.map((key) => key.toUpperCase())))}
      ${ui.controls.includes('mic') ? row(strings.shortcuts.talk, [strings.shortcuts.space]) : nothing}
    </dl>
    <p class="hint">${ui.shortcuts === 'page' ? strings.shortcuts.page : strings.shortcuts.focus}</p>`;
}

function row(label: string, keys: readonly string[]): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    ${keys.map((key) => html`<dd><kbd>${key}</kbd></dd>`)}
  </div>`;
}

const styles = css`
  .keys {
    display: grid;
    gap: 0.75em;
  }
  .keys > div {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .keys dt {
    flex: 1;
  }
  kbd {
    display: inline-block;
    min-inline-size: 2em;
    padding: 0.2em 0.5em;
    border: 1px solid var(--video-call-border, color-mix(in srgb, currentColor 55%, transparent));
    border-radius: 0.4em;
    font: inherit;
    font-size: 0.875em;
    text-align: center;
  }
`;

export const panel: PanelModule = { content, styles };
