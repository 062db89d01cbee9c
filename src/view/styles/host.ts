import { css } from 'lit';

/**
 * The box, and the element's own colours. A public `--video-call-…` property comes first, then what the page already
 * says (`currentColor`, `color-scheme`), so an unstyled element looks at home on a light and on a dark page.
 */
export const hostStyles = css`
  :host {
    --_accent: var(--video-call-accent, light-dark(#1a56db, #8ab4f8));
    --_accent-text: var(--video-call-accent-text, light-dark(#fff, #0d1b33));
    --_danger: var(--video-call-danger, #c5281c);
    --_trouble: var(--video-call-danger, light-dark(#b3261e, #ffb4ab));
    --_surface: var(--video-call-surface, color-mix(in srgb, currentColor 8%, transparent));
    --_muted-text: var(--video-call-muted-text, color-mix(in srgb, currentColor 75%, transparent));
    --_radius: var(--video-call-radius, 0.75em);
    --_gap: var(--video-call-gap, 0.5em);
    --_side: 20em;
    display: block;
    box-sizing: border-box;
    block-size: clamp(26rem, 56vw, 92vh);
    min-inline-size: 160px;
    min-block-size: 120px;
    container-type: size;
    overflow: clip;
    border-radius: var(--video-call-radius, 0);
    background: var(--video-call-background, transparent);
    color: var(--video-call-text, inherit);
    font: 400 max(1rem, 16px) / 1.4 var(--video-call-font, system-ui, sans-serif);
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  * {
    box-sizing: border-box;
    min-inline-size: 0;
    margin: 0;
  }
  h2 {
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.25;
    overflow-wrap:anywhere;
  }
  .hint {
    color: var(--_muted-text);
    font-size: 0.875em;
    overflow-wrap:anywhere;
  }
  .icon,
  .spinner {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
  }
  .icon {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .spinner {
    border: 0.2em solid var(--_surface);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 6s;
    }
  }
  .base,
  .body {
    position: relative;
    flex: 1;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }
  .body {
    overflow: auto;
  }
  @container (max-width: 239px) or (max-height: 199px) {
    .base {
      font-size: min(0.8125em, 16px);
    }
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
