import { css } from 'lit';

/** The panel at the side: over everything in a small box, beside it in a wide one. */
export const sideStyles = css`
  .side {
    position: absolute;
    inset: 0;
    z-index: 2;
    display: flex;
    flex-direction: column;
    gap: 1em;
    padding: 1em;
    overflow: auto;
    color: var(--video-call-text, CanvasText);
    background: var(--video-call-background, Canvas);
  }
  .side > header {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .side h2 {
    font-size: 1.125em;
    outline-offset: 4px;
  }
  @media (forced-colors: active) {
    .side {
      border: 1px solid;
    }
  }
  @container (min-width: 720px) {
    .side {
      inset: var(--_gap);
      inset-inline-start: auto;
      inline-size: var(--_side);
      border-radius: var(--_radius);
      background: var(--video-call-surface, color-mix(in srgb, currentColor 8%, Canvas));
    }
    .base:has(.side) > .body {
      margin-inline-end: calc(var(--_side) + var(--_gap));
    }
  }
`;
