import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

const committed = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const [declaration] = committed.modules.flatMap((module) => module.declarations);

test('custom-elements.json is fresh (else: npm run manifest)', async () => {
  const argv = ['analyze', '--config', 'custom-elements-manifest.config.mjs'];
  assert.deepEqual(JSON.parse(JSON.stringify(await cli({ argv, noWrite: true }))), committed);
});

test('it describes the element and hides its privates', () => {
  assert.equal(declaration.tagName, 'video-call');
  const hidden = declaration.members.filter(({ name, privacy }) => name.startsWith('#') || privacy === 'private');
  assert.deepEqual(hidden, []);
});

test('every public member, attribute, event, slot and part says what it is for', () => {
  const { members, attributes, events, slots, cssParts, cssProperties, cssStates } = declaration;
  const things = [members, attributes, events, slots, cssParts, cssProperties, cssStates].flatMap((list) => list ?? []);
  assert.deepEqual(things.filter(({ description }) => !description).map(({ name }) => name), []);
});
