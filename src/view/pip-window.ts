import { css, html, nothing, render, type CSSResult, type TemplateResult } from 'lit';
import { callStyles } from './call-view.js';
import type { Floating, PipHost } from './pip-controller.js';
import { stage, room } from './room.js';
import { toolbar } from './toolbar.js';
import type { Control, View } from './view.js';

/** Document Picture-in-Picture, which TypeScript's DOM library does not have yet; nor do all browsers. */
interface PipApi {
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window & typeof globalThis>;
}

const SIZE = { width: 400, height: 300 };
const CONTROLS: readonly Control[] = ['mic', 'camera', 'hand', 'leave'];
/** What the page may have set on the element or above it; its `::part` rules cannot follow into another document. */
const PROPERTIES = ['accent', 'accent-text', 'background', 'surface', 'text', 'muted-text', 'border', 'danger', 'success', 'warning', 'focus', 'radius', 'tile-radius', 'gap', 'font', 'button-size', 'toolbar-background', 'tile-background', 'aspect-ratio', 'self-view-size', 'transition'];

const pageStyles = css`
  html,
  body {
    margin: 0;
    block-size: 100%;
    background: Canvas;
  }
`;
const pipStyles = css`
  :host {
    block-size: 100%;
    border-radius: 0;
  }
  .speaking .ring {
    opacity: 1;
  }
`;

/** Tiles and buttons in a window of their own. Rejects where the browser has none, or does not allow it now. */
export async function openWindow(host: PipHost, view: View, onClose: () => void): Promise<Floating> {
  const { documentPictureInPicture } = window as { readonly documentPictureInPicture?: PipApi };
  if (!documentPictureInPicture) throw new DOMException('no Document Picture-in-Picture', 'NotSupportedError');
  const pip = await documentPictureInPicture.requestWindow(SIZE);
  const root = furnish(pip, host);
  // Sizes of pictures are told at each render.
  pip.addEventListener('resize', () => host.requestUpdate());
  pip.addEventListener('pagehide', () => {
    render(nothing, root);
    onClose();
  }, { once: true });
  const show = (next: View): void => {
    pip.document.title = document.title || next.strings.call;
    pip.document.documentElement.lang = next.language;
    // In this document from the start, so that its own observers and styles are found.
    render(content(next), root, { creationScope: pip.document });
  };
  show(view);
  return { root, show, close: () => pip.close() };
}

/** A host with the element's colours, and a root with its styles. */
function furnish({ document: page, CSSStyleSheet }: Window & typeof globalThis, host: PipHost): ShadowRoot {
  const adopted = (styles: readonly CSSResult[]): CSSStyleSheet[] =>
    styles.map(({ cssText }) => {
      // A sheet belongs to the document that made it.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(cssText);
      return sheet;
    });
  const holder = page.body.appendChild(page.createElement('div'));
  const given = getComputedStyle(host);
  page.documentElement.style.setProperty('color-scheme', given.colorScheme);
  for (const name of PROPERTIES) holder.style.setProperty(`--video-call-${name}`, given.getPropertyValue(`--video-call-${name}`));
  page.adoptedStyleSheets = adopted([pageStyles]);
  const root = holder.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = adopted([...callStyles, room.styles, pipStyles]);
  return root;
}

function content(view: View): TemplateResult {
  const own = silent(view);
  return html`<section part="base" class="base" dir=${own.direction ?? getComputedStyle(document.body).direction} aria-label=${own.strings.call}>
    <div class="body"><div class="room">${stage(own)}</div>${toolbar(own)}</div>
  </section>`;
}

/** The same call, whose sound comes from the page already, as are its pages and sizes told by the stage there. */
function silent({ ui, actions, ...view }: View): View {
  const { talk, stage } = ui;
  return {
    ...view,
    actions: { ...actions, setShown: () => undefined, pagesAre: () => undefined },
    ui: {
      ...ui,
      soundBlocked: true,
      controls: ui.controls.filter((control) => CONTROLS.includes(control)),
      stage: { ...stage, page: 0, pages: 1 },
      talk: talk && { ...talk, isReacting: false },
    },
  };
}
