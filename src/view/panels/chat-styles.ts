import { css } from 'lit';

export const styles = css`
  .panel-chat {
    gap: 0.5em;
    overflow: clip;
  }
  .log {
    flex: 1;
    min-block-size: 3em;
    margin-inline: -0.5em;
    padding-inline: 0.5em;
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  .log ol {
    display: flex;
    flex-direction: column;
    gap: 0.25em;
    padding: 0;
    list-style: none;
  }
  .message {
    max-inline-size: 100%;
    align-self: flex-start;
  }
  .message:has(.by) {
    margin-block-start: 0.75em;
  }
  .own {
    align-self: flex-end;
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1em 0.5em;
    margin-block-end: 0.25em;
    font-size: 0.8125em;
  }
  .own .by {
    justify-content: flex-end;
  }
  .by b {
    font-weight: 600;
    overflow-wrap:anywhere;
    unicode-bidi: isolate;
  }
  time {
    color: var(--_muted-text);
    font-variant-numeric: tabular-nums;
  }
  .note {
    color: var(--_muted-text);
    overflow-wrap:anywhere;
  }
  .text {
    inline-size: fit-content;
    max-inline-size: 100%;
    padding: 0.4em 0.75em;
    border: 1px solid transparent;
    border-radius: 1em;
    overflow: clip;
    background: color-mix(in srgb, currentColor 10%, transparent);
    overflow-wrap:anywhere;
    white-space: pre-wrap;
    font-size: 0.9375em;
  }
  .own .text {
    margin-inline-start: auto;
    background: color-mix(in srgb, var(--_accent) 22%, transparent);
  }
  .message.private .text,
  .composer.private textarea {
    border: 1px dashed currentColor;
  }
  .text a {
    color: inherit;
    text-underline-offset: 0.15em;
  }
  .newer {
    position: absolute;
    inset-block-end: 8.5em;
    inset-inline: 0;
    inline-size: fit-content;
    min-block-size: 2.25em;
    margin-inline: auto;
    padding-block: 0.2em;
    font-size: 0.875em;
  }
  .log:not([data-newer]) + .newer {
    display: none;
  }
  .composer,
  .to {
    display: grid;
    gap: 0.5em;
  }
  .to {
    grid-template-columns: auto 1fr;
    align-items: center;
    font-size: 0.875em;
  }
  .to select {
    min-block-size: 2.25em;
    padding-block: 0.25em;
  }
  .line {
    display: flex;
    align-items: flex-end;
    gap: 0.5em;
  }
  textarea {
    flex: 1;
    field-sizing: content;
    min-block-size: 2.75em;
    max-block-size: 8em;
    padding: 0.6em 0.75em;
    border: 1px solid var(--video-call-border, color-mix(in srgb, currentColor 55%, transparent));
    border-radius: var(--_radius);
    color: inherit;
    background: transparent;
    font: inherit;
    line-height: 1.4;
    resize: none;
  }
  .line .round {
    --_size: 2.75em;
  }
  [dir='rtl'] .line .icon,
  :host(:dir(rtl)) .line .icon {
    scale: -1 1;
  }
  .problem {
    display: flex;
    gap: 0.4em;
    color: var(--_trouble);
    font-size: 0.875em;
  }
  .problem[hidden] {
    display: none;
  }
  .problem .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  @media (forced-colors: active) {
    .text {
      border-color: currentColor;
    }
  }
`;
