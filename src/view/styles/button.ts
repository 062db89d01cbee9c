import { css } from 'lit';

/** Every button of the element. */
export const buttonStyles = css`
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-inline-size: 24px;
    min-block-size: 2.75em;
    padding: 0.5em 1.25em;
    border: 1px solid transparent;
    border-radius: 2em;
    color: inherit;
    background-color: color-mix(in srgb, currentColor 14%, transparent);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }
  button:hover {
    background-image: linear-gradient(rgb(127 127 127 / 0.18) 0 0);
  }
  :focus-visible {
    outline: 2px solid var(--video-call-focus, var(--_accent));
    outline-offset: 2px;
  }
  .base:focus-visible,
  .stage:focus-visible,
  .tile:focus-visible {
    outline-offset: -2px;
  }
  .primary,
  .screen[aria-pressed='true'],
  .hand[aria-pressed='true'] {
    color: var(--_accent-text);
    background-color: var(--_accent);
  }
  .round,
  .leave {
    flex: none;
    block-size: var(--_size, var(--video-call-button-size, 3em));
    min-block-size: 0;
    padding: 0;
  }
  .round {
    aspect-ratio: 1;
  }
  .mic[aria-pressed='false'],
  .camera[aria-pressed='false'] {
    color: var(--_trouble);
  }
  [aria-busy='true'] .icon {
    opacity: 0.5;
  }
  .leave {
    padding-inline: 1em;
    color: #fff;
    background-color: var(--_danger);
  }
  .plain {
    flex: none;
    min-block-size: max(2em, 24px);
    padding: 0.25em;
    background-color: transparent;
  }
  ::slotted([slot^='icon-']) {
    inline-size: 1.5em;
    block-size: 1.5em;
  }
  @container (max-width: 400px) or (max-height: 199px) {
    .leave {
      gap: 0;
    }
    .leave span {
      font-size: 0;
    }
  }
  @container (max-width: 239px) or (max-height: 199px) {
    button {
      min-block-size: max(2em, 24px);
      padding: 0.25em 0.75em;
    }
    .leave {
      padding-inline: 0.5em;
    }
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
    [aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
`;
