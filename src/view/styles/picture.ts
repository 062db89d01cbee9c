import { css } from 'lit';

/** A person's picture and what stands in for it, in the lobby and in a tile. */
export const pictureStyles = css`
  .tile,
  .preview {
    overflow: clip;
    border-radius: var(--video-call-tile-radius, var(--_radius));
    background: var(--video-call-tile-background, var(--_surface));
  }
  video {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .first {
    position: absolute;
    inset: 0;
    z-index: 1;
    pointer-events: none;
  }
  .mirrored {
    scale: -1 1;
  }
  .off {
    visibility: hidden;
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
  @media (forced-colors: active) {
    .tile,
    .preview,
    .card {
      border: 1px solid;
    }
  }
`;
