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
  .lobby:not(:has(.preview)) {
    grid-template-columns: minmax(0, 26em);
  }
  .preview {
    position: relative;
    container-type: size;
    align-self: center;
    inline-size: 100%;
    min-block-size: 11em;
    aspect-ratio: var(--video-call-aspect-ratio, 4 / 3);
  }
  .preview video {
    position: absolute;
  }
  .preview .placeholder {
    inset-block-end: 4em;
  }
  .in-idle .preview .placeholder {
    inset-block-end: 8em;
  }
  @container (max-height: 14em) {
    .in-idle .preview .placeholder {
      display: none;
    }
  }
  .overlay {
    position: absolute;
    inset: auto 0 0.75em;
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.75em;
  }
  .overlay > .meter {
    margin-inline: max(10%, 50% - 5em);
    inline-size: 100%;
    background: rgb(0 0 0 / 0.45);
  }
  .meter {
    display: block;
    block-size: 0.4em;
    border-radius: 0.2em;
    overflow: clip;
    background: var(--_surface);
  }
  .meter[hidden] {
    display: none;
  }
  .meter::before {
    content: '';
    display: block;
    block-size: 100%;
    background: var(--video-call-success, #34a853);
    transform: scaleX(var(--_level, 0));
    transform-origin: 0 50%;
  }
  .meter:dir(rtl)::before {
    transform-origin: 100% 50%;
  }
  .present {
    overflow: hidden;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow-wrap:anywhere;
  }
  .overlay > .secondary {
    margin-inline: max(5%, 50% - 10em);
    padding-inline: 1em;
  }
  video:not(.off) ~ .overlay button {
    color: #fff;
    background-color: rgb(32 33 36 / 0.75);
    color-scheme: dark;
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
  }
  input,
  select {
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--video-call-border, color-mix(in srgb, currentColor 55%, transparent));
    border-radius: var(--_radius);
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
    text-align: center;
  }
  .copy {
    background: var(--_surface);
  }
  .room h2 {
    font-size: 1.25em;
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
      aspect-ratio: var(--video-call-aspect-ratio, 16 / 10);
    }
  }
  @container ((max-height: 359px) and (max-width: 719px)) or (max-height: 299px) or (max-width: 239px) {
    .preview,
    .farewell .trouble {
      display: none;
    }
    .lobby,
    .farewell,
    .card {
      padding: 0.5em;
    }
    .panel,
    .card {
      gap: 0.5em;
    }
  }
  @container (max-width: 239px) or (max-height: 199px) {
    h2 {
      font-size: 1.1em;
    }
    .panel .hint,
    .present,
    .field:has(~ .field),
    .panel:has(.field ~ .field) h2,
    .in-failed h2,
    .in-failed .hint {
      display: none;
    }
  }
`;
