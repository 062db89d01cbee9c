/** `npm run docs`: writes the tables of README.md from custom-elements.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const README = new URL('../README.md', import.meta.url);
const MANIFEST = new URL('../custom-elements.json', import.meta.url);

/** Head of each table, and its rows from the description of the element. */
const TABLES = {
  attributes: [['Attribute', 'Property', 'Meaning'], ({ attributes }) => attributes.map(attributeRow)],
  properties: [['Property', 'Type', 'Meaning'], ({ members }) => members.filter(isOwnProperty).map(propertyRow)],
  methods: [['Method', 'Meaning'], ({ members }) => members.filter(({ kind }) => kind === 'method').map(methodRow)],
  events: [['Event', 'When, and its `detail`'], ({ events }) => rows(events)],
  slots: [['Slot', 'Content'], ({ slots }) => rows(slots, (name) => (name ? code(name) : '(default)'))],
  parts: [['Part', 'What it is'], ({ cssParts }) => rows(cssParts, (name) => code(`::part(${name})`))],
  'custom-properties': [['Custom property', 'Default', 'Meaning'], ({ cssProperties }) => (cssProperties ?? []).map(cssPropertyRow)],
  states: [['State', 'When'], ({ cssStates }) => rows(cssStates, (name) => code(`:state(${name})`))],
};
const SECTION = /(<!-- table: ([\w-]+) -->\n)[^]*?(<!-- \/table -->)/g;

/**
 * The text with each section between `<!-- table: name -->` and `<!-- /table -->` made anew.
 * @param {string} text Markdown
 * @param {object} manifest content of custom-elements.json
 */
export function withTables(text, manifest) {
  const [element] = manifest.modules.flatMap(({ declarations }) => declarations);
  return text.replace(SECTION, (_, start, name, end) => {
    const [head, rowsOf] = TABLES[name];
    return start + table([head, head.map(() => '---'), ...rowsOf(element)]) + end;
  });
}

function table(lines) {
  return lines.map((cells) => `| ${cells.map(escaped).join(' | ')} |\n`).join('');
}

function escaped(cell) {
  return cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}

function code(text) {
  return text ? `\`${text}\`` : '';
}

function rows(things, name = code) {
  return things.map((thing) => [name(thing.name), thing.description]);
}

function attributeRow({ name, fieldName, description }) {
  return [code(name), code(fieldName ?? name), description];
}

/** The others are attributes too, and stand in that table. */
function isOwnProperty({ kind, attribute }) {
  return kind === 'field' && !attribute;
}

function propertyRow({ name, type, readonly, description }) {
  return [code(name), code(type.text), readonly ? `Read-only. ${description}` : description];
}

function methodRow({ name, parameters = [], description }) {
  const names = parameters.map((parameter) => parameter.name + (parameter.optional || parameter.default ? '?' : ''));
  return [code(`${name}(${names.join(', ')})`), description];
}

function cssPropertyRow({ name, default: value, description }) {
  return [code(name), code(value), description];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  writeFileSync(README, withTables(readFileSync(README, 'utf8'), manifest));
}
