import { css } from 'lit';

/** Frame, stage and what stands beside it, from a 160 × 120 bubble to a wall. */
export const roomStyles = css`
  .base {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  .body {
    position: relative;
    flex: 1;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    overflow: auto;
  }
  .room {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: var(--_gap);
    min-block-size: 0;
    padding: var(--_gap);
  }
  .stage {
    flex: 1;
    align-self: stretch;
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-content: center;
    gap: var(--_gap);
    min-block-size: 0;
    overflow: hidden;
  }
  .in-joining .stage {
    opacity: 0.4;
  }
  .in-joining .card {
    position: absolute;
    inset: 0;
    margin: auto;
    inline-size: max-content;
    max-inline-size: calc(100% - 1em);
    block-size: max-content;
    color: var(--video-call-text, CanvasText);
    background: var(--video-call-background, Canvas);
    box-shadow: 0 4px 24px rgb(0 0 0 / 0.2);
  }
  .toolbar {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-items: center;
    gap: 0.75em;
    padding: 0.25em 0.75em 0.75em;
    background: var(--video-call-toolbar-background, transparent);
  }
  @container (min-width: 720px) and (min-height: 300px) {
    .room {
      flex-direction: row;
    }
    .room .card {
      flex: none;
      inline-size: 22em;
      margin-inline: 1em;
    }
    .in-joining .card {
      inline-size: max-content;
      margin: auto;
    }
  }
  @container (max-width: 400px) {
    .toolbar {
      gap: 0.5em;
    }
  }
  @container (max-height: 359px) and (max-width: 719px) {
    .in-connected .card,
    .in-reconnecting .card {
      padding: 0;
      background: none;
    }
    .in-connected .card > :not(button),
    .in-reconnecting .card > :not(button) {
      display: none;
    }
  }
  @container (max-width: 239px) or (max-height: 199px) {
    .base {
      font-size: 0.8125em;
    }
    .in-connected .card,
    .in-reconnecting .card {
      display: none;
    }
    .room {
      padding: 0;
      --_gap: 2px;
    }
    .toolbar {
      position: absolute;
      inset-inline: 0;
      inset-block-end: 0;
      flex-wrap: nowrap;
      gap: 4px;
      padding: 12px 4px 4px;
      color-scheme: dark;
      color: #fff;
      background: linear-gradient(transparent, rgb(0 0 0 / 0.7));
      --_size: 28px;
    }
  }
`;
