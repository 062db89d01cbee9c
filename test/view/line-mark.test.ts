import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/strings.js';
import { announcement } from '../../src/view/announcement.js';
import { call, person, rendered, self, view } from './fixture.js';

const withBen = (changes: Parameters<typeof person>[1]) => view(call({ participants: [self, person('Ben', changes)] }));

describe('mark of a line', () => {
  it('is hidden while the line is good', async () => {
    expect((await rendered(withBen({ quality: 'good' }))).has('quality')).to.equal(false);
  });

  for (const quality of ['fair', 'poor'] as const) {
    it(`says ${quality} in words`, async () => {
      const mark = (await rendered(withBen({ quality }))).tile('Ben').querySelector('[part~="quality"]');
      expect(mark?.getAttribute('role')).to.equal('img');
      expect(mark?.getAttribute('aria-label')).to.equal(en.tile[quality]);
    });
  }

  it('gives way to the note of a link that is interrupted', async () => {
    const element = await rendered(withBen({ quality: 'poor', link: 'interrupted' }));
    expect(element.has('quality')).to.equal(false);
    expect(element.tile('Ben').textContent).to.contain(en.reconnecting);
  });
});

describe('a picture that is held back', () => {
  it('passes axe beside a bad line', async () => {
    await expect(await rendered(withBen({ paused: true, quality: 'poor' }))).to.be.accessible();
  });

  it('shows the initials and why', async () => {
    const element = await rendered(withBen({ paused: true }));
    expect(element.tile('Ben').querySelector('[part~="placeholder"]')).not.to.equal(null);
    expect(getComputedStyle(element.video('Ben')).visibility).to.equal('hidden');
    expect(element.tile('Ben').textContent).to.contain(en.tile.paused);
  });

  it('leaves one\'s own picture, with a note', async () => {
    const element = await rendered(view(call({ participants: [person('Ana', { isLocal: true, paused: true }), person('Ben')] })));
    const own = element.tile(en.youNamed('Ana'));
    expect(own.textContent).to.contain(en.tile.ownPaused);
    expect(own.querySelector('[part~="placeholder"]')).to.equal(null);
  });

  it('says nothing where the camera is off anyway', async () => {
    expect((await rendered(withBen({ paused: true, video: false }))).tile('Ben').textContent).not.to.contain(en.tile.paused);
  });

  it('is told to who cannot see it', () => {
    expect(announcement(withBen({}), withBen({ paused: true }))).to.equal(en.announce.paused('Ben'));
    expect(announcement(withBen({ paused: true }), withBen({}))).to.equal('');
    const own = (paused: boolean) => view(call({ participants: [{ ...self, paused }, person('Ben', { stream: null })] }));
    expect(announcement(own(false), own(true))).to.equal(en.tile.ownPaused);
  });
});
