import { css } from 'lit';

/** Raised hands and reactions on a tile. */
export const tileTalkStyles = css`
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
    .raised {
      border: 1px solid;
    }
  }
`;
