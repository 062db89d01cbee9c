import { css } from 'lit';

/** A tile and what lies on it. `contain: strict` keeps one tile's changes out of the layout of the others. */
export const tileStyles = css`
  .tile {
    position: relative;
    contain: strict;
    container-type: size;
    inline-size: var(--_camera-width);
    block-size: var(--_camera-height);
  }
  .tile,
  .preview {
    overflow: clip;
    border-radius: var(--video-call-tile-radius, var(--_radius));
    background: var(--video-call-tile-background, var(--_surface));
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
  .own {
    order: 1;
  }
  .shared {
    order: -1;
    inline-size: var(--_screen-width);
    block-size: var(--_screen-height);
  }
  video {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .shared video {
    object-fit: contain;
  }
  .mirrored {
    scale: -1 1;
  }
  .off {
    visibility: hidden;
  }
  .interrupted video {
    opacity: 0.5;
  }
  .placeholder {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
  }
  .avatar {
    display: grid;
    place-items: center;
    inline-size: 2.6em;
    block-size: 2.6em;
    border-radius: 50%;
    color: #fff;
    background: oklch(0.47 0.11 var(--_hue, 255));
    font-size: clamp(0.875em, 14cqmin, 2.5em);
    forced-color-adjust: none;
  }
  .tint-1 {
    --_hue: 310;
  }
  .tint-2 {
    --_hue: 10;
  }
  .tint-3 {
    --_hue: 60;
  }
  .tint-4 {
    --_hue: 140;
  }
  .tint-5 {
    --_hue: 200;
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
    color: #ffd27d;
  }
  @container (max-width: 169px) or (max-height: 129px) {
    .caption {
      inset: 0.3em auto auto 0.3em;
      padding: 0.2em;
    }
    .caption:not(:has(.badge)),
    [part='name'],
    .link-note {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .ring {
      border-color: Highlight;
    }
    .tile,
    .preview,
    .card,
    .caption {
      border: 1px solid;
    }
  }
`;
