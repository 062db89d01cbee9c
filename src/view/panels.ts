import type { CSSResult, TemplateResult } from 'lit';
import type { View } from './view.js';

/** What opens beside the stage or the lobby, one at a time. Each is a chunk of its own, loaded when it is first opened. */
export const PANELS = ['settings', 'chat'] as const;
export type PanelName = (typeof PANELS)[number];

/** What the chunk of a panel exports. */
export interface PanelModule {
  readonly content: (view: View) => TemplateResult;
  readonly styles: CSSResult;
}

const loaders: Readonly<Record<PanelName, () => Promise<{ readonly panel: PanelModule }>>> = {
  settings: () => import('./panels/settings.js'),
  chat: () => import('./panels/chat.js'),
};

export async function loadPanel(name: PanelName): Promise<PanelModule> {
  return (await loaders[name]()).panel;
}
