import { css } from 'lit';

/** Every button of the element. */
export const buttonStyles = css`
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 2.75em;
    margin: 0;
    padding: 0.5em 1.25em;
    border: 1px solid transparent;
    border-radius: 2em;
    color: inherit;
    background: var(--_surface-raised);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }
  button:hover {
    background-image: linear-gradient(rgb(127 127 127 / 0.18) 0 0);
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .primary {
    color: var(--_accent-text);
    background-color: var(--_accent);
  }
  .round,
  .leave {
    --_button: var(--_size, var(--video-call-button-size, 3em));
    flex: none;
    block-size: var(--_button);
    min-block-size: 0;
    padding: 0;
  }
  .round {
    position: relative;
    inline-size: var(--_button);
    border-radius: 50%;
  }
  .round[aria-pressed='false']:not(.screen),
  .screen.troubled {
    color: var(--_trouble);
  }
  .round.screen[aria-pressed='true'] {
    color: var(--_accent-text);
    background-color: var(--_accent);
  }
  .round[aria-busy='true'] .icon {
    opacity: 0.5;
  }
  .troubled::after {
    content: '!';
    position: absolute;
    inset-block-start: -0.25em;
    inset-inline-end: -0.25em;
    inline-size: 1.25em;
    border-radius: 50%;
    color: #fff;
    background: var(--_danger);
    font-size: 0.8125em;
    font-weight: 700;
    line-height: 1.25;
  }
  .leave {
    padding-inline: 1em;
    color: #fff;
    background-color: var(--_danger);
  }
  .plain {
    min-block-size: 2em;
    padding: 0.25em;
    background-color: transparent;
  }
  ::slotted([slot^='icon-']) {
    inline-size: 1.5em;
    block-size: 1.5em;
  }
  @container (max-width: 400px) or (max-height: 199px) {
    .leave {
      inline-size: calc(var(--_button) * 1.25);
      padding: 0;
    }
    .leave .label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container (max-width: 239px) or (max-height: 199px) {
    button {
      min-block-size: 2em;
      padding: 0.25em 0.75em;
    }
    .round .icon,
    .leave .icon {
      inline-size: 1.25em;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: background-color var(--video-call-transition, 0.15s);
    }
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
    .round[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
`;
