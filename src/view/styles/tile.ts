import { css } from 'lit';

/** A tile and what lies on it. `contain: strict` keeps one tile's changes out of the layout of the others. */
export const tileStyles = css`
  .tile {
    position: absolute;
    inset-block-start: var(--_y, 0);
    inset-inline-start: var(--_x, 0);
    visibility: var(--_seen, hidden);
    contain: strict;
    container-type: size;
    inline-size: var(--_width, 0);
    block-size: var(--_height, 0);
  }
  .ring {
    position: absolute;
    inset: 0;
    z-index: 1;
    border: 3px solid var(--_accent);
    border-radius: inherit;
    opacity: 0;
    pointer-events: none;
  }
  ::slotted([slot^='tile-overlay']) {
    position: absolute;
    inset: 0;
    z-index: 1;
    pointer-events: none;
  }
  .shared video {
    object-fit: contain;
  }
  .interrupted video {
    opacity: 0.5;
  }
  .caption,
  .link-note {
    position: absolute;
    inset: auto auto 0.6em 0.6em;
    display: flex;
    align-items: center;
    gap: 0.3em;
    max-inline-size: calc(100% - 1.2em);
    padding: 0.2em 0.6em;
    border-radius: 1em;
    color: #fff;
    background: rgb(0 0 0 / 0.66);
    font-size: 0.8125em;
    white-space: nowrap;
  }
  .link-note {
    inset-block: 0.6em auto;
    border-radius: 0.8em;
    white-space: normal;
  }
  .tile .flip {
    position: absolute;
    inset-block-end: 0.4em;
    inset-inline-end: 0.4em;
    --_size: 2.25em;
    color: #fff;
    background-color: rgb(0 0 0 / 0.5);
  }
  [part='name'] {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .caption .icon {
    display: block;
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .badge {
    color: #ffb4ab;
  }
  .badge.fair {
    color: var(--video-call-warning, #ffd27d);
  }
  .fair .icon,
  .poor .icon {
    stroke-width: 4;
  }
  @container (max-width: 169px) or (max-height: 129px) {
    .link-note {
      display: none;
    }
  }
  /* Two beside each other on a phone still have their names. */
  @container (max-width: 139px) or (max-height: 129px) {
    .caption {
      inset: 0.3em auto auto 0.3em;
      padding: 0.2em;
    }
    .caption:not(:has(.badge)),
    [part='name'] {
      display: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .ring {
      visibility: hidden;
    }
    .speaking .ring {
      visibility: inherit;
      opacity: 1 !important;
    }
  }
  @media (forced-colors: active) {
    .ring {
      border-color: Highlight;
    }
    .speaking .ring {
      opacity: 1 !important;
    }
    .caption {
      border: 1px solid;
    }
  }
`;
