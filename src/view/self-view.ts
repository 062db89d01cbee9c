import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import type { Corner } from './layout.js';
import type { View } from './view.js';

/** Buttons on the floating picture of oneself: into the next corner, or away. */
export function selfButtons({ actions, strings }: View, corner: Corner): TemplateResult {
  const { moveSelf, hideSelf } = strings.stage;
  return html`<button
      type="button"
      part="button button-move"
      class="on-tile move"
      aria-label=${moveSelf}
      title=${moveSelf}
      aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight"
      @click=${() => actions.moveSelf(nextCorner(corner))}
      @keydown=${(event: KeyboardEvent) => moveByKey(event, corner, actions.moveSelf)}
    >
      ${icon('move')}
    </button>
    <button
      type="button"
      part="button button-hide"
      class="on-tile hide"
      aria-label=${hideSelf}
      title=${hideSelf}
      @click=${() => actions.toggleSelf(false)}
    >
      ${icon('close')}
    </button>`;
}

/** Clockwise where text runs from left to right. */
function nextCorner({ atTop, atStart }: Corner): Corner {
  return { atTop: atStart, atStart: !atTop };
}

function moveByKey(event: KeyboardEvent, corner: Corner, moveSelf: (corner: Corner) => void): void {
  const isRtl = (event.target as Element).matches(':dir(rtl)');
  const goal: Partial<Record<string, Corner>> = {
    ArrowUp: { ...corner, atTop: true },
    ArrowDown: { ...corner, atTop: false },
    ArrowLeft: { ...corner, atStart: !isRtl },
    ArrowRight: { ...corner, atStart: isRtl },
  };
  const next = goal[event.key];
  if (!next) return;
  event.preventDefault();
  moveSelf(next);
}

/** Follows the pointer from its press on the floating picture until it is let go; then the nearest corner has it. */
export function drag(down: PointerEvent, moveSelf: (corner: Corner) => void): void {
  const tile = down.currentTarget as HTMLElement;
  if (down.button !== 0 || (down.target as Element).closest('button')) return;
  const done = new AbortController();
  const { signal } = done;
  tile.setPointerCapture(down.pointerId);
  tile.addEventListener('pointermove', ({ clientX, clientY }) => {
    tile.style.setProperty('translate', `${clientX - down.clientX}px ${clientY - down.clientY}px`);
  }, { signal });
  const drop = (event: Event): void => {
    if (event.type === 'pointerup') moveSelf(cornerOf(tile));
    tile.style.removeProperty('translate');
    done.abort();
  };
  for (const type of ['pointerup', 'pointercancel']) tile.addEventListener(type, drop, { signal });
}

/** The corner of the stage that is nearest to where a tile is seen. */
function cornerOf(tile: HTMLElement): Corner {
  const { left, top, width, height } = tile.getBoundingClientRect();
  const stage = (tile.parentElement ?? tile).getBoundingClientRect();
  const isLeft = left + width / 2 < stage.left + stage.width / 2;
  return { atTop: top + height / 2 < stage.top + stage.height / 2, atStart: isLeft !== tile.matches(':dir(rtl)') };
}
