import { css } from 'lit';

/** A tile and what lies on it. `contain: strict` keeps one tile's changes out of the layout of the others. */
export const tileStyles = css`
  .tile {
    position: relative;
    contain: strict;
    container-type: size;
    inline-size: var(--_camera-width, 100%);
    block-size: var(--_camera-height, 100%);
    border-radius: var(--video-call-tile-radius, var(--_radius));
    background: var(--video-call-tile-background, var(--_surface));
  }
  .shared {
    inline-size: var(--_screen-width, 100%);
    block-size: var(--_screen-height, 100%);
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
    filter: grayscale(0.7) brightness(0.7);
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
    background: oklch(0.47 0.11 var(--hue));
    font-size: clamp(0.875em, 14cqmin, 2.5em);
    forced-color-adjust: none;
  }
  .tint-0 {
    --hue: 255;
  }
  .tint-1 {
    --hue: 300;
  }
  .tint-2 {
    --hue: 345;
  }
  .tint-3 {
    --hue: 25;
  }
  .tint-4 {
    --hue: 65;
  }
  .tint-5 {
    --hue: 140;
  }
  .tint-6 {
    --hue: 185;
  }
  .tint-7 {
    --hue: 225;
  }
  .caption,
  .link-note {
    position: absolute;
    display: flex;
    align-items: center;
    gap: 0.3em;
    max-inline-size: calc(100% - 1em);
    padding: 0.2em 0.6em;
    border-radius: 1em;
    color: #fff;
    background: rgb(0 0 0 / 0.66);
    font-size: 0.8125em;
    white-space: nowrap;
  }
  .caption {
    inset-block-end: 0.6em;
    inset-inline-start: 0.6em;
  }
  .link-note {
    inset-block-start: 0.6em;
    inset-inline-end: 0.6em;
  }
  [part='name'] {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .caption .icon,
  .badge {
    display: block;
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .badge {
    color: #ffb4ab;
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
    .tile,
    .caption {
      border: 1px solid CanvasText;
    }
  }
`;
