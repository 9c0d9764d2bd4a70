import type { ApiProblem } from '../../api/problem.ts';
import { hasMessage, t } from '../../i18n.ts';
import type { CellProblem } from '../../shell/intake/kind.ts';
import { problemInWords as cellProblemInWords } from '../../shell/intake/words.ts';
import type { Candidate, Field, Finding } from './types.ts';

/** What is wrong with a value and what to do about it. */
export const problemInWords = (problem: Pick<CellProblem, 'code' | 'facts'>): string =>
  cellProblemInWords(problem, (code) => `candidate.problems.${code}`);

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
