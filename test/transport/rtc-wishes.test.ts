import { expect } from '@open-wc/testing';
import { readRtc } from '../../src/transport/peerjs/rtc-wishes.js';
import { recordWarnings } from '../helpers/warnings.js';

describe('what a page wishes of WebRTC', () => {
  it('is taken as it is meant', () => {
    const warnings = recordWarnings();
    const { codecs, limits } = readRtc({ videoCodecs: ['video/VP9', 'video/h264'], audioCodecs: ['AUDIO/opus'], maxBitrate: { mic: 6, screen: 1_500.5, camera: undefined } });
    expect(codecs).to.deep.equal({ video: ['video/vp9', 'video/h264'], audio: ['audio/opus'] });
    expect([...limits]).to.deep.equal([['mic', 6_000], ['screen', 1_500_500]]);
    for (const nothing of [undefined, null, {}]) expect(readRtc(nothing)).to.deep.equal({ codecs: { audio: [], video: [] }, limits: new Map() });
    expect(warnings.stop()).to.deep.equal([]);
  });

  it('is left out where it is not understood, and each such thing is said once with a link', () => {
    const odd: readonly [unknown, string][] = [
      ['VP9', 'rtc is'],
      [{ codec: 'VP9' }, 'rtc.codec is'],
      [{ videoCodecs: 'video/VP9' }, 'rtc.videoCodecs is'],
      [{ audioCodecs: ['video/VP9', 7, null] }, 'rtc.audioCodecs is'],
      [{ maxBitrate: 500 }, 'rtc.maxBitrate is'],
      [{ maxBitrate: { video: 500 } }, 'rtc.maxBitrate["video"] is'],
      [{ maxBitrate: { camera: 5 } }, 'rtc.maxBitrate["camera"] is'],
      [{ maxBitrate: { mic: '40' } }, 'rtc.maxBitrate["mic"] is'],
      [{ maxBitrate: { 'screen-audio': Infinity } }, 'rtc.maxBitrate["screen-audio"] is'],
      [{ maxBitrate: { screen: NaN } }, 'rtc.maxBitrate["screen"] is'],
    ];
    for (const [rtc, words] of odd) {
      const warnings = recordWarnings();
      for (const { codecs, limits } of [readRtc(rtc), readRtc(rtc)]) {
        expect(codecs).to.deep.equal({ audio: [], video: [] });
        expect(limits.size).to.equal(0);
      }
      const said = warnings.stop();
      expect(said, words).to.have.length(1);
      expect(said[0]).to.contain(words).and.contain('README.md#codecs-and-bitrates');
    }
  });

  it('keeps what is right beside what is not', () => {
    const warnings = recordWarnings();
    const { codecs, limits } = readRtc({ videoCodecs: [1, 'video/AV1'], maxBitrate: { mic: 24, camara: 900 }, wish: 1 });
    expect(codecs.video).to.deep.equal(['video/av1']);
    expect([...limits]).to.deep.equal([['mic', 24_000]]);
    expect(warnings.stop().join()).to.contain('rtc.wish is').and.contain('rtc.maxBitrate["camara"] is');
  });
});
