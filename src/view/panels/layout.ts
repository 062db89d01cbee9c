import { css, html, nothing, type TemplateResult } from 'lit';
import type { PanelModule } from '../panels.js';
import { LAYOUTS, type Layout } from '../layout.js';
import type { View } from '../view.js';

/** How the people are placed, the own picture, full screen and the floating window. */
function content(view: View): TemplateResult {
  const { ui, actions, strings } = view;
  const { self, fullscreen, pip, layout } = strings.stage;
  return html`<div class="layouts">
    <fieldset>
      <legend>${layout}</legend>
      ${LAYOUTS.map((name) => choice(view, name))}
    </fieldset>
    ${tick(self, !ui.stage.selfHidden, (on) => actions.toggleSelf(on))}
    ${document.fullscreenEnabled ? tick(fullscreen, ui.stage.fullscreen, () => actions.toggleFullscreen()) : nothing}
    ${ui.hasPip ? tick(pip, ui.stage.pip !== null, () => actions.togglePip()) : nothing}
  </div>`;
}

function choice({ ui, actions, strings }: View, layout: Layout): TemplateResult {
  return html`<label class="choice">
    <input type="radio" name="layout" .checked=${ui.stage.layout === layout} @change=${() => actions.setLayout(layout)} />
    <span class="sketch ${layout}">${SKETCHES[layout].map((area) => html`<i class=${area}></i>`)}</span>
    ${strings.stage.layouts[layout]}
  </label>`;
}

function tick(name: string, isOn: boolean, onChange: (on: boolean) => void): TemplateResult {
  return html`<label class="choice">
    <input type="checkbox" .checked=${isOn} @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)} />
    ${name}
  </label>`;
}

/** What each layout looks like: the rectangles of a small drawing. */
const SKETCHES: Readonly<Record<Layout, readonly string[]>> = {
  auto: ['half', 'half', 'corner'],
  grid: ['quarter', 'quarter', 'quarter', 'quarter'],
  speaker: ['all', 'corner'],
  sidebar: ['most', 'beside'],
  strip: ['all', 'small', 'small', 'small'],
  mini: ['all'],
};

const styles = css`
  .layouts,
  .layouts fieldset {
    display: grid;
    gap: 0.25em;
    padding: 0;
    border: 0;
  }
  .layouts legend {
    padding: 0;
    margin-block-end: 0.25em;
    font-size: 0.9375em;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 2.75em;
    padding-inline: 0.5em;
    border-radius: 0.5em;
    cursor: pointer;
  }
  .choice:hover,
  .choice:has(:checked[type='radio']) {
    background: var(--_surface);
  }
  .choice input {
    flex: none;
    inline-size: max(24px, 1.5em);
    min-block-size: max(24px, 1.5em);
    accent-color: var(--_accent);
  }
  .sketch {
    position: relative;
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    inline-size: 3em;
    block-size: 1.75em;
  }
  .sketch i {
    flex: 1 1 40%;
    border-radius: 2px;
    background: currentColor;
    opacity: 0.55;
  }
  .sketch .all {
    flex-basis: 100%;
    min-block-size: 60%;
  }
  .sketch .small {
    flex: 1 1 20%;
  }
  .sketch .most {
    flex: 3 1 60%;
  }
  .sketch .beside {
    flex: 1 1 15%;
  }
  .sketch .corner {
    position: absolute;
    inset: auto 2px 2px auto;
    inline-size: 30%;
    block-size: 36%;
    background: var(--_accent);
    opacity: 1;
  }
  @media (forced-colors: active) {
    .sketch i {
      background: CanvasText;
    }
  }
`;

export const panel: PanelModule = { content, styles };
