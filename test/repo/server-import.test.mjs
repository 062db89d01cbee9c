import assert from 'node:assert/strict';
import test from 'node:test';

for (const entry of ['video-call-element', 'video-call-element/element.js', 'video-call-element/call.js']) {
  test(`${entry} can be imported where there is no DOM`, async () => {
    assert.ok(Object.keys(await import(entry)).length > 0);
    assert.equal(typeof globalThis.window, 'undefined');
  });
}
