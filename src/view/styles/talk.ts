import { css } from 'lit';

/** Raised hands and reactions. */
export const styles = css`
  .raised {
    position: absolute;
    inset-block-start: 0.5em;
    inset-inline-end: 0.5em;
    display: flex;
    align-items: center;
    gap: 0.2em;
    padding: 0.2em 0.5em;
    border-radius: 1em;
    color: #202124;
    background: #fdd663;
    font-size: 0.875em;
    font-weight: 600;
  }
  .raised .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .above {
    position: relative;
    z-index: 1;
    display: flex;
    justify-content: center;
    block-size: 0;
  }
  .reactions {
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
  .reactions button {
    min-inline-size: 2em;
    min-block-size: 2em;
    padding: 0;
    background-color: transparent;
    font-size: 1.375em;
    line-height: 1;
  }
  .reaction {
    position: absolute;
    inset-block-end: 15%;
    inset-inline-start: 40%;
    font-size: clamp(1.5em, 22cqmin, 4em);
    line-height: 1.2;
    pointer-events: none;
    animation: rise 4s ease-out forwards;
  }
  .reaction:nth-of-type(3n + 1) {
    inset-inline-start: 20%;
  }
  .reaction:nth-of-type(3n + 2) {
    inset-inline-start: 60%;
  }
  @keyframes rise {
    from {
      translate: 0 2em;
      scale: 0.4;
    }
    15% {
      translate: 0 0;
      scale: 1;
      opacity: 1;
    }
    to {
      translate: 0 -55cqb;
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .reaction {
      animation: fade 4s forwards;
    }
    @keyframes fade {
      80% {
        opacity: 1;
      }
      to {
        opacity: 0;
      }
    }
  }
  @media (forced-colors: active) {
    .raised,
    .reactions {
      border: 1px solid;
    }
  }
`;
