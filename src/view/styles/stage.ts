import { css } from 'lit';

/** What lies over the tiles: their buttons, the floating picture of oneself, the pages, and what stands for a screen. */
export const stageStyles = css`
  .tiles {
    position: absolute;
    inset: 0;
    gap: var(--_gap);
  }
  .idle {
    cursor: none;
  }
  .room:has(.idle) ~ .toolbar {
    /* The tiles take its room. */
    position: absolute;
    inset: auto 0 0;
    opacity: 0;
    pointer-events: none;
  }
  .floating {
    visibility: visible;
    inset: auto var(--_gap) var(--_gap) auto;
    inset-inline: auto var(--_gap);
    z-index: 2;
    inline-size: var(--video-call-self-view-size, clamp(64px, 30cqmin, 15em));
    block-size: auto;
    aspect-ratio: var(--video-call-aspect-ratio, 4 / 3);
    box-shadow: 0 2px 10px rgb(0 0 0 / 0.4);
    background-color: var(--video-call-tile-background, color-mix(in srgb, currentColor 12%, Canvas));
    cursor: grab;
    touch-action: none;
  }
  .floating:active {
    cursor: grabbing;
  }
  .floating.at-top {
    inset-block: var(--_gap) auto;
  }
  .floating.at-start {
    inset-inline: var(--_gap) auto;
  }
  .on-tile,
  .unhide {
    position: absolute;
    inset-block-start: 0.4em;
    inset-inline-end: 0.4em;
    z-index: 2;
    min-block-size: 0;
    inline-size: max(24px, 2.25em);
    block-size: max(24px, 2.25em);
    padding: 0;
    color: #fff;
    background-color: rgb(32 33 36 / 0.75);
  }
  .on-tile .icon,
  .unhide .icon,
  .pager .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .on-tile.move {
    inset-inline: 0.4em auto;
  }
  .unhide {
    inset-block: auto 0.4em;
  }
  .on-tile {
    opacity: 0;
    pointer-events: none;
  }
  .tile:hover .on-tile,
  .tile:focus-within .on-tile,
  .pin[aria-pressed='true'] {
    opacity: 1;
    pointer-events: auto;
  }
  .pin[aria-pressed='true'] {
    color: var(--_accent-text);
    background-color: var(--_accent);
  }
  .speaking .caption {
    color: var(--_accent-text);
    background: var(--_accent);
  }
  .pager {
    position: absolute;
    inset: auto 0 0.4em;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 0.25em;
    inline-size: max-content;
    margin: auto;
    border-radius: 2em;
    color: #fff;
    background: rgb(32 33 36 / 0.75);
    font-size: 0.875em;
  }
  .pager button {
    min-inline-size: 24px;
    min-block-size: max(24px, 2em);
  }
  .next:dir(ltr) .icon,
  .pager button:not(.next):dir(rtl) .icon {
    scale: -1 1;
  }
  .still {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 0.75em;
    padding: 0.5em;
    text-align: center;
  }
  .still .icon {
    inline-size: 2em;
    block-size: 2em;
  }
  .arrived + .waiting {
    display: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .toolbar {
      transition: opacity var(--video-call-transition, 0.3s);
    }
  }
  @container (max-width: 239px) or (max-height: 199px) {
    .floating {
      visibility: hidden;
    }
  }
  @container (max-width: 149px) or (max-height: 99px) {
    .on-tile {
      inset-block-start: 2px;
      inset-inline-end: 2px;
      font-size: 0.75em;
    }
    .on-tile.move {
      inset-inline: 2px auto;
    }
  }
  @container (max-width: 99px) or (max-height: 59px) {
    .on-tile,
    .still p,
    p.still {
      display: none;
    }
  }
`;
