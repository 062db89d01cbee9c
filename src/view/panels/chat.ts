import { html, nothing, type TemplateResult } from 'lit';
import type { PanelModule } from '../panels.js';
import type { View } from '../view.js';
import { composer } from './chat-composer.js';
import { chatLog } from './chat-log.js';
import { styles } from './chat-styles.js';

/** What was written, and the place to write. */
function content(view: View): TemplateResult {
  const { talk } = view.ui;
  return html`${chatLog(view)} ${talk ? composer(view, talk) : nothing}`;
}

export const panel: PanelModule = { content, styles };
