import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import ts from 'typescript-eslint';
import { certainLocators } from './build/certain-locators.mjs';
import { noSiblingModule } from './build/no-sibling-module.mjs';

export default ts.config(
  { ignores: ['**/node_modules/', 'target/', 'packages/api-*/src/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-undef': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'max-lines': ['error', { max: 400 }],
    },
  },
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } }, rules: { 'max-lines': ['error', { max: 300 }] } },
  { files: ['**/composables/*.ts', '**/use[A-Z]*.ts'], ignores: ['**/*.test.ts'], rules: { 'max-lines': ['error', { max: 80 }] } },
  {
    files: ['apps/*/src/**/*.{ts,vue}'],
    plugins: { onex: { rules: { 'no-sibling-module': noSiblingModule } } },
    rules: { 'onex/no-sibling-module': 'error' },
  },
  { files: ['build/**/*.mjs', 'e2e/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['e2e/**/*.ts'],
    plugins: { onex: { rules: { 'certain-locators': certainLocators } } },
    rules: { 'onex/certain-locators': 'error' },
  },
  {
    files: ['e2e/**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@playwright/test', importNames: ['test'], message: 'Take test from support.ts: it closes what a test has opened.' },
          ],
        },
      ],
    },
  },
  prettier,
);
