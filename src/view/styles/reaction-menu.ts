import { css } from 'lit';

/** The emoji over the toolbar, and numbers on its buttons. */
export const menuStyles = css`
  .round {
    position: relative;
  }
  .count {
    position: absolute;
    inset-block-start: -0.3em;
    inset-inline-end: -0.3em;
    min-inline-size: 1.6em;
    padding-inline: 0.4em;
    border-radius: 1em;
    color: var(--_accent-text);
    background: var(--_accent);
    font-size: 0.6875em;
    line-height: 1.6;
  }
  .above {
    position: relative;
    z-index: 1;
    display: flex;
    justify-content: center;
    block-size: 0;
  }
  .reaction-menu {
    position: absolute;
    inset-block-end: 0.25em;
    display: flex;
    max-inline-size: calc(100% - 1em);
    padding: 0.25em;
    border-radius: 2em;
    color: var(--video-call-text, CanvasText);
    background: var(--video-call-background, Canvas);
    box-shadow:
      0 0 0 1px rgb(127 127 127 / 0.25),
      0 4px 16px rgb(0 0 0 / 0.2);
  }
  .reaction-menu button {
    min-inline-size: 2em;
    min-block-size: 2em;
    padding: 0;
    background-color: transparent;
    font-size: 1.375em;
    line-height: 1;
  }
  @media (forced-colors: active) {
    .count,
    .reaction-menu {
      border: 1px solid;
    }
  }
`;
