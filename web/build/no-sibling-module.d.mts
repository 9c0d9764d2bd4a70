import type { Rule } from 'eslint';

export const noSiblingModule: Rule.RuleModule;
