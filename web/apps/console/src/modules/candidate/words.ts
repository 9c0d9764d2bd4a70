import type { ApiProblem } from '../../api/problem.ts';
import { hasMessage, t } from '../../i18n.ts';
import { WARNINGS, type Candidate, type CellProblem, type Field, type Finding } from './types.ts';

/** More words than that to choose from are not read by anybody. */
const FEW = 8;

/** What is wrong with a value and what to do about it. */
export function problemInWords({ code, facts }: Pick<CellProblem, 'code' | 'facts'>): string {
  const choices = Array.isArray(facts.choices) ? facts.choices : [];
  const short = choices.length > FEW ? t('candidate.problems.someOf', { some: choices.slice(0, 3), count: choices.length }) : choices;
  return t(`candidate.problems.${code}`, { ...facts, choices: short });
}

export const isWarning = (problem: Pick<CellProblem, 'code'>): boolean => WARNINGS.includes(problem.code);

export const fieldsInWords = (fields: readonly Field[]): string => fields.map((field) => t(`candidate.fields.${field}`)).join('、');

function isCellProblem(value: unknown): value is CellProblem {
  const { field, code, facts } = Object(value) as Record<string, unknown>;
  return typeof field === 'string' && typeof code === 'string' && typeof facts === 'object' && facts !== null;
}

/** The fields of a form that a refusal names. */
export function problemsOf(refusal: ApiProblem | null): CellProblem[] {
  const named = refusal?.facts.problems;
  return Array.isArray(named) ? named.filter(isCellProblem) : [];
}

/** What the state of somebody means and what to do next. */
export function adviceFor(candidate: Pick<Candidate, 'state' | 'missing'>, last: Finding | undefined): string {
  const doubt = `candidate.advice.DOUBTFUL_${last?.result ?? ''}`;
  const key = candidate.state === 'DOUBTFUL' && hasMessage(doubt) ? doubt : `candidate.advice.${candidate.state}`;
  return t(key, { missing: fieldsInWords(candidate.missing) });
}
