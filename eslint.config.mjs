// SPDX-License-Identifier: MIT
import tseslint from 'typescript-eslint';
import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'server/generated/', 'node_modules/', 'test/fixtures/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'max-lines': ['error', { max: 330, skipBlankLines: true }],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    rules: {
      // V8 gives each such object a layout of its own, and with it keeps what the accessor sees until the next whole collection: documents piled up.
      'no-restricted-syntax': ['error', { selector: 'ObjectExpression > Property[kind="get"]', message: 'Write a class with plain fields: an accessor in an object literal keeps what it sees in memory.' }],
    },
  },
  // Texts of strangers go through these: whatever they hold, the time grows no faster than they.
  {
    files: ['server/src/**/*.ts', 'client/**/*.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }], 'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: true }] },
  },
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable' } }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
