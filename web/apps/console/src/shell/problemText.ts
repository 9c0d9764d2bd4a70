import type { ApiProblem, FieldProblem } from '../api/problem.ts';
import { hasMessage, sentences, t } from '../i18n.ts';

/** What a refusal means, in Chinese, with what to do next. */
export const problemText = (problem: ApiProblem): string => sentences.ofProblem(problem);

/** The rule's stable name, date-iso. */
export const ruleName = (problem: FieldProblem): string => problem.rule.toLowerCase().replaceAll('_', '-');

/** What is wrong at one place of a file. */
export function ruleText(problem: FieldProblem): string {
  const key = `rules.${ruleName(problem)}`;
  return hasMessage(key) ? t(key, problem.facts) : t('rules.unknown', { rule: problem.rule, ...problem.facts });
}
