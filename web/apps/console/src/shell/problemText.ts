import { ApiProblem, type FieldProblem } from '../api/problem.ts';
import { hasMessage, t } from '../i18n.ts';

/** What a refusal means, in Chinese, with what to do next. */
export function problemText(problem: ApiProblem): string {
  const key = `errors.${problem.code}`;
  const facts = { ...problem.facts, seconds: problem.retryAfterSeconds ?? problem.facts.retryAfterSeconds };
  return hasMessage(key) ? t(key, facts) : t('errors.unknown', { code: problem.code });
}

/** The rule's stable name, date-iso. */
export const ruleName = (problem: FieldProblem): string => problem.rule.toLowerCase().replaceAll('_', '-');

/** What is wrong at one place of a file. */
export function ruleText(problem: FieldProblem): string {
  const key = `rules.${ruleName(problem)}`;
  return hasMessage(key) ? t(key, problem.facts) : t('rules.unknown', { rule: problem.rule, ...problem.facts });
}
