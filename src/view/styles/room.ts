import { css } from 'lit';

/** Stage, what stands beside it, and toolbar, from a 160 × 120 bubble to a wall. */
export const roomStyles = css`
  .room {
    position: relative;
    flex: 1;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
    align-items: center;
    gap: var(--_gap);
    padding: var(--_gap);
  }
  .stage {
    position: relative;
    flex: 1;
    align-self: stretch;
    min-block-size: 20%;
    overflow: hidden;
  }
  .room .card {
    min-block-size: 0;
    max-block-size: 100%;
    overflow: auto;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-items: center;
    gap: 0.6em;
    padding: 0.25em 0.75em 0.75em;
    background: var(--video-call-toolbar-background, transparent);
  }
  .more .icon {
    stroke-width: 3;
  }
  @container (min-width: 720px) and (min-height: 300px) {
    .room {
      flex-direction: row;
    }
    .room .card {
      inline-size: 22em;
      margin-inline: 1em;
    }
  }
  @container (min-width: 30em) {
    .more {
      display: none;
    }
  }
  @container (max-width: 44.99em) {
    .toolbar {
      --_size: min(var(--video-call-button-size, 3em), 8cqi);
      gap: min(0.5em, 1.2cqi);
      padding-inline: 0.25em;
    }
    .toolbar .icon {
      inline-size: min(1.5em, 5cqi);
      block-size: min(1.5em, 5cqi);
    }
    .toolbar .leave {
      gap: 0;
      padding-inline: min(1em, 2cqi);
    }
    .toolbar .leave span {
      font-size: 0;
    }
  }
  @container (max-width: 29.99em) {
    .toolbar {
      --_size: clamp(32px, 2.75em, 12.5cqi);
      gap: min(0.4em, 2cqi);
      padding-inline: 0.25em;
    }
    .toolbar .icon {
      inline-size: min(1.5em, 7cqi);
      block-size: min(1.5em, 7cqi);
    }
    .toolbar .leave {
      padding-inline: min(1em, 3cqi);
    }
    .toolbar:not(.all) :is(.hand, .reactions, .people, .layout, .settings) {
      display: none;
    }
  }
  .in-joining .stage {
    opacity: 0.4;
  }
  .in-joining .card {
    position: absolute;
    inset: 0;
    inline-size: max-content;
    max-inline-size: calc(100% - 1em);
    block-size: max-content;
    margin: auto;
    color: var(--video-call-text, CanvasText);
    background: var(--video-call-background, Canvas);
    box-shadow: 0 4px 24px rgb(0 0 0 / 0.2);
  }
  @container (max-height: 359px) and (max-width: 719px) {
    .room .card {
      padding: 0.5em;
    }
    .room .copy {
      background: none;
    }
    .copy > :not(button) {
      display: none;
    }
  }
  @container (max-width: 239px) or (max-height: 199px) {
    .room {
      --_gap: 2px;
      padding: 0;
    }
    .room .copy {
      display: none;
    }
    .toolbar {
      position: absolute;
      inset: auto 0 0;
      flex-wrap: nowrap;
      gap: 4px;
      padding: 12px 4px 4px;
      color-scheme: dark;
      color: #fff;
      background: linear-gradient(transparent, rgb(0 0 0 / 0.7));
      --_size: 28px;
    }
    .toolbar .round:not(.mic, .camera, .screen) {
      display: none;
    }
  }
`;
