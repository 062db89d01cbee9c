import { css } from 'lit';

/** Lobby, and the cards of being alone, joining, gone and failed. */
export const panelStyles = css`
  .lobby,
  .farewell {
    flex: 1 0 auto;
    display: grid;
    align-content: center;
    justify-content: center;
    gap: 1.25em 2.5em;
    padding: 1em;
  }
  .lobby {
    grid-template-columns: minmax(0, 26em);
  }
  .preview {
    position: relative;
    container-type: size;
    align-self: center;
    aspect-ratio: 4 / 3;
    overflow: clip;
    border-radius: var(--video-call-tile-radius, var(--_radius));
    background: var(--video-call-tile-background, var(--_surface));
  }
  .preview video {
    position: absolute;
  }
  .preview .placeholder {
    inset-block-end: 8em;
  }
  .preview > .secondary,
  .preview > .hint {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 4.75em;
    inline-size: max-content;
    max-inline-size: 94%;
    margin-inline: auto;
  }
  .overlay {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0.75em;
    display: flex;
    justify-content: center;
    gap: 0.75em;
  }
  video:not(.off) ~ .overlay {
    color-scheme: dark;
    color: #fff;
    --_surface-raised: rgb(32 33 36 / 0.75);
  }
  .panel {
    align-self: center;
    display: grid;
    gap: 1em;
  }
  .field {
    display: grid;
    gap: 0.35em;
    font-size: 0.9375em;
    font-weight: 500;
  }
  .field .hint {
    font-weight: 400;
  }
  input {
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.75);
    color: inherit;
    background: transparent;
    font: inherit;
    text-overflow: ellipsis;
  }
  .card {
    display: grid;
    gap: 0.75em;
    justify-items: center;
    inline-size: 100%;
    max-inline-size: 26em;
    padding: 1.25em;
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: center;
  }
  .card h2 {
    font-size: 1.25em;
  }
  .farewell .card {
    background: none;
  }
  .farewell h2 {
    font-size: 1.5em;
  }
  .trouble {
    display: grid;
    color: var(--_trouble);
  }
  .farewell .trouble {
    font-size: 1.75em;
  }
  @container (min-width: 720px) and (min-height: 300px) {
    .lobby {
      grid-template-columns: minmax(0, 40em) minmax(0, 22em);
    }
    .preview {
      aspect-ratio: 16 / 10;
    }
  }
  @container (max-height: 359px) or (max-width: 239px) {
    .lobby,
    .farewell {
      gap: 0.75em;
      padding: 0.5em;
    }
    .panel,
    .card {
      gap: 0.5em;
    }
    .card {
      padding: 0.5em;
    }
    .farewell .trouble {
      display: none;
    }
  }
  @container ((max-height: 359px) and (max-width: 719px)) or (max-height: 299px) or (max-width: 239px) {
    .preview {
      display: none;
    }
  }
  @container (max-width: 239px) or (max-height: 199px) {
    h2,
    .card h2,
    .farewell h2 {
      font-size: 1.1em;
    }
    .panel .hint,
    .field:has(~ .field),
    .panel:has(.field ~ .field) h2,
    .in-failed h2,
    .in-failed .hint {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .card,
    .preview {
      border: 1px solid CanvasText;
    }
  }
`;
