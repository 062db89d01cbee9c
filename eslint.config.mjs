import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['src/**/*.ts', 'test/**/*.ts'];

/** Text reaches a page only through Lit bindings: what a stranger sends must never become markup. */
const noMarkup = {
  'no-restricted-syntax': [
    'error',
    ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((name) => ({
      selector: `MemberExpression[property.name='${name}']`,
      message: 'Use a Lit binding.',
    })),
  ],
  'no-restricted-imports': ['error', { patterns: [{ group: ['**/unsafe-*'], message: 'Use a plain Lit binding.' }] }],
  'no-eval': 'error',
  'no-implied-eval': 'error',
};

const brevity = {
  'max-lines': ['error', { max: 260, skipComments: true }], // the element's comment is its reference
  'max-lines-per-function': ['error', { max: 50 }],
  'max-depth': ['error', 3],
};

export default tseslint.config(
  { ignores: ['lib/', 'dist/', '.cache/', 'coverage/'] },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked, lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...noMarkup,
      ...brevity,
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      // `() => this.#leave()` and `return this.#leave()` read better than two statements; numbers print as expected.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-invalid-void-type': 'off', // an event without detail, in a map of events
      // PeerJS declares its options as a class, and the words on the wire as an enum.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unsafe-declaration-merging': 'off', // gives the element its typed addEventListener
      '@typescript-eslint/unbound-method': 'off', // records of functions (actions, hooks) are not objects with a `this`
      '@typescript-eslint/require-await': 'off', // `async` alone turns a throw into a rejection
      '@typescript-eslint/unified-signatures': 'off', // throws on a class with generic overloads (8.73)
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/lib/log.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off', // a suite is one function
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off', // chai: `expect(x).to.be.true`
      '@typescript-eslint/no-floating-promises': 'off', // chai's assertions look like promises
      'no-restricted-imports': ['error', { paths: [{ name: '@open-wc/testing', importNames: ['waitUntil'], message: 'Use test/helpers/wait-until.js, which has patience.' }] }],
    },
  },
  {
    files: ['test/helpers/wait-until.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['**/*.mjs', 'demo/**/*.js'],
    extends: [tseslint.configs.recommended],
    rules: { ...noMarkup, ...brevity, eqeqeq: 'error' },
  },
  {
    files: ['test/**/*.mjs'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
