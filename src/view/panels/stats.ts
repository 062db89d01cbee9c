import { css, html, nothing, type TemplateResult } from 'lit';
import type { FlowReport, LinkReport } from '../../call/features/link-report.js';
import type { PanelModule } from '../panels.js';
import type { Participant, View } from '../view.js';
import { figuresIn, type Figures } from './figures.js';
import { everySecond } from './every-second.js';

const NO_BREAK = '\u00a0';

/** What every link carries, in numbers that can be selected and copied. */
function content(view: View): TemplateResult {
  const draw = async (language: string): Promise<TemplateResult> => {
    const reports = await view.actions.measure();
    return report(view, reports, figuresIn(language, view.strings));
  };
  return html`<div class="stats" ${everySecond(draw)}></div>`;
}

function report(view: View, reports: readonly LinkReport[], figures: Figures): TemplateResult {
  const { call, strings } = view;
  const links = call.participants.flatMap((who) => reports.filter(({ id }) => id === who.id).map((link) => [who, link] as const));
  return html`<dl>
      ${row(strings.stats.room, call.room)} ${row(strings.stats.people, figures.count(call.participants.length))}
      ${row(strings.stats.state, call.state === 'reconnecting' ? strings.reconnecting : strings.stats.connected)}
    </dl>
    ${links.length > 0 ? links.map(([who, link]) => linkSection(view, who, link, figures)) : html`<p>${strings.stats.nobody}</p>`}`;
}

function linkSection({ strings }: View, who: Participant, link: LinkReport, figures: Figures): TemplateResult {
  const { stats, tile } = strings;
  const { path, rttMs, setupMs, availableBitrate } = link;
  return html`<section>
    <h3><bdi>${who.displayName || strings.guest}</bdi></h3>
    ${who.quality === 'good' ? nothing : html`<p class="hint">${tile[who.quality]}</p>`}
    <dl>
      ${path && row(stats.path, pathWords(strings, path))} ${row(stats.rtt, figures.ms(rttMs))}
      ${row(stats.setup, figures.ms(setupMs))} ${row(stats.available, figures.bitrate(availableBitrate))}
      ${link.flows.map((flow) => row(`${stats[flow.slot]}, ${stats[flow.direction]}`, flowWords(flow, figures)))}
    </dl>
  </section>`;
}

function row(name: string, value: string | null): TemplateResult | typeof nothing {
  return value ? html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>` : nothing;
}

function pathWords({ stats }: View['strings'], { local, remote, protocol }: NonNullable<LinkReport['path']>): string {
  const isRelayed = local === 'relay' || remote === 'relay';
  return `${isRelayed ? stats.relayed : stats.direct} (${local} – ${remote}, ${protocol})`;
}

function flowWords({ codec, width, height, fps, bitrate, loss, jitterMs }: FlowReport, figures: Figures): string {
  const size = width && height ? `${width}×${height}` : null;
  const all = [codec, size, figures.fps(fps), figures.bitrate(bitrate), figures.lost(loss), figures.jitter(jitterMs)];
  // Lines break after a dot, never within a figure.
  return all.flatMap((figure) => figure?.replaceAll(' ', NO_BREAK) || []).join(`${NO_BREAK}· `);
}

const styles = css`
  .stats,
  .stats section {
    display: grid;
    gap: 0.75em;
  }
  .stats {
    gap: 1.5em;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    user-select: text;
  }
  .stats h3,
  .stats p,
  .stats dl,
  .stats dd {
    margin: 0;
  }
  .stats h3 {
    overflow: hidden;
    font-size: 1.0625em;
    text-overflow: ellipsis;
  }
  .stats dl {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0.4em 1em;
  }
  .stats dt {
    color: var(--video-call-muted-text, color-mix(in srgb, currentColor 75%, transparent));
  }
  .stats dd {
    overflow-wrap:anywhere;
  }
`;

export const panel: PanelModule = { content, styles };
