import { css } from 'lit';

/** Notices: over the stage in a call, above the form before it. */
export const noticeStyles = css`
  .notices {
    z-index: 1;
    display: grid;
    gap: 0.5em;
    justify-items: center;
    inline-size: 100%;
    padding: 0.6em;
    pointer-events: none;
  }
  .notices:not(:has(*)) {
    display: none;
  }
  .notices:has(~ .room) {
    position: absolute;
    max-block-size: 100%;
    overflow: auto;
  }
  .toast {
    display: flex;
    align-items: center;
    gap: 0.6em;
    max-inline-size: 36em;
    padding: 0.5em 0.75em;
    border-radius: var(--_radius);
    color: var(--video-call-text, CanvasText);
    background: var(--video-call-background, Canvas);
    box-shadow:
      0 0 0 1px rgb(127 127 127 / 0.25),
      0 4px 16px rgb(0 0 0 / 0.2);
    font-size: 0.9375em;
    pointer-events: auto;
  }
  .toast p {
    flex: 1;
  }
  .toast b {
    font-weight: 600;
  }
  .toast button {
    flex: none;
    min-block-size: 2.25em;
    padding-block: 0.25em;
  }
  @container (max-width: 479px) {
    .toast {
      flex-wrap: wrap;
      font-size: 0.875em;
    }
    .toast:not(:has(.primary)) p {
      flex-basis: calc(100% - 6em);
    }
    .toast .secondary {
      order: 1;
      margin-inline-start: 2em;
    }
  }
  @container (max-height: 299px) {
    .todo {
      display: none;
    }
  }
  @container (max-width: 239px) or (max-height: 199px) {
    .notices {
      padding: 4px;
    }
    .toast {
      padding: 2px 6px;
      font-size: 11px;
    }
    .toast .spinner,
    .toast .trouble,
    .toast:has(.primary) p,
    .toast + .toast {
      display: none;
    }
  }
`;
