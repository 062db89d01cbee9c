import type { CSSResult, TemplateResult } from 'lit';
import type { View } from './view.js';

/** What opens beside the stage or the lobby, one at a time. Each is a chunk of its own, loaded when it is first opened. */
export const PANELS = ['chat', 'people', 'layout', 'settings', 'shortcuts', 'stats', 'safety'] as const;
export type PanelName = (typeof PANELS)[number];

/** What the chunk of a panel exports. */
export interface PanelModule {
  readonly content: (view: View) => TemplateResult;
  readonly styles: CSSResult;
}

const loaders: Readonly<Record<PanelName, () => Promise<{ readonly panel: PanelModule }>>> = {
  people: () => import('./panels/people.js'),
  layout: () => import('./panels/layout.js'),
  settings: () => import('./panels/settings.js'),
  chat: () => import('./panels/chat.js'),
  shortcuts: () => import('./panels/shortcuts.js'),
  stats: () => import('./panels/stats.js'),
  safety: () => import('./panels/safety-codes.js'),
};

/** Gives a shadow root the styles of a module that came late. */
export function adopt({ styles: { styleSheet } }: Pick<PanelModule, 'styles'>, root: ShadowRoot | null): void {
  if (styleSheet) root?.adoptedStyleSheets.push(styleSheet);
}

export async function loadPanel(name: PanelName): Promise<PanelModule> {
  return (await loaders[name]()).panel;
}
