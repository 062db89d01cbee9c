import { expect } from '@open-wc/testing';
import { Store } from '../../src/lib/store.js';

describe('Store', () => {
  it('is frozen, and does not follow the object it was made from', () => {
    const initial = { room: 'a' };
    const store = new Store(initial);
    initial.room = 'b';
    expect(store.value).to.deep.equal({ room: 'a' });
    expect(Object.isFrozen(store.value)).to.equal(true);
  });

  it('replaces the value and leaves the former one as it was', () => {
    const store = new Store({ room: 'a', people: 1 });
    const before = store.value;
    store.set({ people: 2 });
    expect(store.value).to.deep.equal({ room: 'a', people: 2 });
    expect(before).to.deep.equal({ room: 'a', people: 1 });
    expect(Object.isFrozen(store.value)).to.equal(true);
  });

  it('keeps its identity and says nothing when the patch changes nothing', () => {
    const store = new Store({ room: 'a', people: 1 });
    const before = store.value;
    let told = 0;
    store.subscribe(() => told++);
    store.set({ room: 'a' });
    store.set({});
    expect(store.value).to.equal(before);
    expect(told).to.equal(0);
  });

  it('tells the subscribers at once, after the change', () => {
    const store = new Store({ people: 1 });
    const seen: number[] = [];
    store.subscribe(() => seen.push(store.value.people));
    store.set({ people: 2 });
    expect(seen).to.deep.equal([2]);
  });

  it('forgets a subscriber when its signal aborts', () => {
    const store = new Store({ people: 1 });
    const controller = new AbortController();
    let told = 0;
    store.subscribe(() => told++, controller.signal);
    controller.abort();
    store.set({ people: 2 });
    expect(told).to.equal(0);
  });

  it('never takes a subscriber whose signal has aborted', () => {
    const store = new Store({ people: 1 });
    let told = 0;
    store.subscribe(() => told++, AbortSignal.abort());
    store.set({ people: 2 });
    expect(told).to.equal(0);
  });
});
