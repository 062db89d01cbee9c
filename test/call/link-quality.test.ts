import { expect } from '@open-wc/testing';
import type { FlowReport, LinkReport } from '../../src/call/features/link-report.js';
import { assess, bestOf, GOOD, nextQuality, type Verdict } from '../../src/call/features/link-quality.js';

const sound: FlowReport = {
  slot: 'mic', direction: 'received', codec: 'opus', width: null, height: null, fps: null,
  bitrate: 32_000, loss: 0, jitterMs: 5, frozen: null, limitedBy: null,
};
const sentPicture: FlowReport = { ...sound, slot: 'camera', direction: 'sent', codec: 'VP8', width: 640, height: 360, fps: 30 };
const report: LinkReport = { id: 'ada', rttMs: 40, availableBitrate: 2_000_000, path: null, setupMs: null, flows: [sound, sentPicture] };
const withFlow = (changes: Partial<FlowReport>): LinkReport => ({ ...report, flows: [{ ...sound, ...changes }] });
const narrow = (availableBitrate: number, limitedBy: FlowReport['limitedBy'] = 'bandwidth'): LinkReport => ({
  ...report,
  availableBitrate,
  flows: [sound, { ...sentPicture, limitedBy }],
});

const VERDICTS: readonly (readonly [what: string, report: LinkReport, level: Verdict['level'], limitedBy: Verdict['limitedBy']])[] = [
  ['an ordinary link', report, 'good', null],
  ['nothing measured yet', { ...report, rttMs: null, availableBitrate: null, flows: [] }, 'good', null],
  ['1 % loss', withFlow({ loss: 0.01 }), 'good', null],
  ['5 % loss', withFlow({ loss: 0.05 }), 'fair', 'loss'],
  ['20 % loss', withFlow({ loss: 0.2 }), 'poor', 'loss'],
  ['a long way', { ...report, rttMs: 500 }, 'fair', 'delay'],
  ['a satellite and a queue', { ...report, rttMs: 1_500 }, 'poor', 'delay'],
  ['uneven packets', withFlow({ jitterMs: 80 }), 'fair', 'delay'],
  ['a picture that stands still', withFlow({ frozen: 0.5 }), 'poor', 'bandwidth'],
  ['a narrow line', narrow(200_000), 'fair', 'bandwidth'],
  ['hardly a line', narrow(60_000), 'poor', 'bandwidth'],
  ['a low estimate that nothing has tested', narrow(60_000, null), 'good', null],
  ['a computer that is too slow', narrow(2_000_000, 'cpu'), 'fair', 'cpu'],
];

describe('assess', () => {
  for (const [what, given, level, limitedBy] of VERDICTS) {
    it(`calls ${what} ${level}`, () => {
      expect(assess(given)).to.deep.equal({ level, limitedBy });
    });
  }

  it('looks at one direction when asked to', () => {
    expect(assess(withFlow({ loss: 0.2 }), ['sent']).level).to.equal('good');
  });
});

describe('nextQuality', () => {
  const at = (verdicts: readonly (readonly [number, Verdict['level']])[]) =>
    verdicts.reduce((state, [now, level]) => nextQuality(state, { level, limitedBy: level === 'good' ? null : 'loss' }, now), GOOD);

  it('says worse after four seconds', () => {
    expect(at([[0, 'good'], [2_000, 'poor'], [4_000, 'poor']]).level).to.equal('good');
    expect(at([[0, 'good'], [2_000, 'poor'], [6_000, 'poor']])).to.include({ level: 'poor', limitedBy: 'loss' });
  });

  it('does not start to count again between fair and poor', () => {
    expect(at([[0, 'good'], [2_000, 'fair'], [4_000, 'poor'], [6_000, 'fair']]).level).to.equal('fair');
  });

  it('says better after eight seconds', () => {
    const poor: [number, 'poor'][] = [[0, 'poor'], [4_000, 'poor']];
    expect(at([...poor, [6_000, 'good'], [12_000, 'good']]).level).to.equal('poor');
    expect(at([...poor, [6_000, 'good'], [14_000, 'good']])).to.include({ level: 'good', limitedBy: null });
  });

  it('stays where it is while the link goes up and down', () => {
    const flicker = Array.from({ length: 40 }, (_, index) => [index * 2_000, index % 2 ? 'poor' : 'good'] as const);
    expect(at(flicker).level).to.equal('good');
  });
});

describe('bestOf', () => {
  it('is what one\'s own end is at least as good as', () => {
    expect(bestOf([{ level: 'poor', limitedBy: 'loss' }, { level: 'fair', limitedBy: 'delay' }])).to.deep.equal({ level: 'fair', limitedBy: 'delay' });
    expect(bestOf([]).level).to.equal('good');
  });
});
