import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';

const HOLES = /: any\b|as any\b|<any\b|any\[\]|@ts-ignore|@ts-expect-error|@ts-nocheck/;

test('the types have no holes', () => {
  const found = readdirSync('src', { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => HOLES.test(readFileSync(`src/${name}`, 'utf8')));
  assert.deepEqual(found, []);
});

test('a hole would be seen', () => {
  for (const line of ['let x: any;', 'x as any', 'Map<any, string>', '// @ts-ignore']) assert.match(line, HOLES);
});
