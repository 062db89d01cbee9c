import { expect } from '@open-wc/testing';
import { Emitter } from '../../src/lib/emitter.js';

interface Events {
  count: number;
  word: string;
}

describe('Emitter', () => {
  let emitter: Emitter<Events>;
  let got: unknown[];
  const note = (detail: unknown): void => void got.push(detail);

  beforeEach(() => {
    emitter = new Emitter();
    got = [];
  });

  it('calls the listeners of one name, in the order they came', () => {
    emitter.on('count', (count) => note(`first ${count}`));
    emitter.on('count', (count) => note(`second ${count}`));
    emitter.on('word', note);
    emitter.emit('count', 1);
    expect(got).to.deep.equal(['first 1', 'second 1']);
  });

  it('goes on after a listener that throws, and tells the page', () => {
    const told: unknown[] = [];
    const usual = window.reportError;
    window.reportError = (error) => void told.push(error);
    const mistake = new Error('mistake');
    emitter.on('count', () => {
      throw mistake;
    });
    emitter.on('count', note);
    emitter.emit('count', 2);
    window.reportError = usual;
    expect(got).to.deep.equal([2]);
    expect(told).to.deep.equal([mistake]);
  });

  it('forgets a listener when its signal aborts', () => {
    const controller = new AbortController();
    emitter.on('count', note, controller.signal);
    emitter.emit('count', 1);
    controller.abort();
    emitter.emit('count', 2);
    expect(got).to.deep.equal([1]);
  });

  it('never takes a listener whose signal has aborted', () => {
    emitter.on('count', note, AbortSignal.abort());
    emitter.emit('count', 1);
    expect(got).to.be.empty;
  });

  it('does not call a listener that was added meanwhile', () => {
    emitter.on('count', () => emitter.on('count', note));
    emitter.emit('count', 1);
    expect(got).to.be.empty;
  });

  it('calls one function once however often it was added', () => {
    emitter.on('count', note);
    emitter.on('count', note);
    emitter.emit('count', 1);
    expect(got).to.deep.equal([1]);
  });
});
