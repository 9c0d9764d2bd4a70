import { formatClosing, formatCount, formatDateTime, formatSpan } from '@onex/ui';
import { ApiProblem } from '../../api/problem.ts';
import { t } from '../../i18n.ts';
import type { Job, Outcome as JobOutcome } from '../../shell/jobs.ts';
import type { Entry, Incident, Problem, Result, ResultPlan, Review, ReviewState, SheetState } from './types.ts';

export interface Said {
  tone: 'neutral' | 'primary' | 'success' | 'warning' | 'danger';
  words: string;
}

const TONES: Record<SheetState, Said['tone']> = {
  NONE: 'neutral',
  DRAWN: 'warning',
  HALF_APPROVED: 'warning',
  APPROVED: 'primary',
  PUBLICITY: 'primary',
  FINISHED: 'success',
};

/** Whether candidates and colleges see the results. */
export const isPublic = ({ state }: Pick<ResultPlan, 'state'>): boolean => state === 'PUBLICITY' || state === 'FINISHED';

/** How far the results of a plan are; a college is told nothing of what goes on before they are public. */
export function stateOf({ state }: Pick<ResultPlan, 'state'>, college = false): Said {
  const before = college && !isPublic({ state });
  return before ? { tone: 'neutral', words: t('result.states.BEFORE') } : { tone: TONES[state], words: t(`result.states.${state}`) };
}

/** 6月10日–6月12日, as the notice prints it. */
export const printedInWords = ({ printed }: Pick<ResultPlan, 'printed'>): string =>
  printed === null ? t('result.window.notPrinted') : formatSpan(printed.from, printed.to);

/** 2024年6月10日(周一) 00:00 – 2024年6月12日(周三) 23:59:59 */
export const windowInWords = ({ opens, closes }: Pick<ResultPlan, 'opens' | 'closes'>): string =>
  opens === null || closes === null ? t('result.window.open') : `${formatDateTime(opens)} – ${formatClosing(closes)}`;

/** The beginning of a digest, in groups that two people can read to each other. */
export const digestInWords = (digest: string): string => (digest.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');

/** 85, or why there is no score. */
export const scoreInWords = ({ status, score }: Pick<Entry, 'status' | 'score'>): string =>
  status === 'SCORED' && score !== null ? String(score) : t(`result.statuses.${status}`);

/** 中级 · 实操 */
export const offeredInWords = ({ level, subject }: { level: string; subject: string }): string =>
  t('result.offered', { level: t(`result.levels.${level}`), subject: t(`result.subjects.${subject}`) });

/** What blocks the approval for ever unless the body says that there is no score. */
const DECLARED: Problem['kind'][] = ['NOT_SEATED', 'TWO_RUNS', 'FULL_MARKS_DIFFER'];

/** Whether the body may say that there is no score; it may not say so twice. */
export const mayBeLost = ({ kind, script, lost }: Pick<Problem, 'kind' | 'script' | 'lost'>): boolean =>
  lost === null && (DECLARED.includes(kind) || (kind === 'NOT_RETURNED' && script !== null));

/** What names a subject of a registration in a list. */
export const placeOf = ({ key, subject }: { key: Result['key']; subject: string }): string => `${key.registration} ${subject}`;

/** 不可抗力，服务器损毁（何川，2024年…）: why there is no score, and who said so. */
export const lossInWords = ({ reason, by, at }: NonNullable<Entry['lost']>): string =>
  t('result.loss.said', { reason, by, at: formatDateTime(at) });

/** What came of drawing up the sheet. */
export function drawnInWords({ facts }: Pick<Job, 'facts'>): JobOutcome {
  const problems = Number(facts.problems ?? 0);
  const said = { people: formatCount(Number(facts.people ?? 0)), problems: problems > 0 ? formatCount(problems) : null };
  return { tone: problems > 0 ? 'warning' : 'success', words: t('result.draw.done', said) };
}

/** A ruling is wanted before anybody approves; other incidents may be ruled on. */
export const mustRule = ({ kind, ruling }: Pick<Incident, 'kind' | 'ruling'>): boolean =>
  ruling === null && (kind === 'DISCIPLINE' || kind === 'CHEATING');

/** What was ruled, or whether anything has to be. */
export function findingOf(incident: Pick<Incident, 'kind' | 'ruling'>): Said {
  if (incident.ruling !== null) {
    const { finding } = incident.ruling;
    return { tone: finding === 'DISMISSED' ? 'success' : 'danger', words: t(`result.findings.${finding}`) };
  }
  return mustRule(incident) ? { tone: 'warning', words: t('result.ruling.awaited') } : { tone: 'neutral', words: t('result.ruling.none') };
}

/** The result before a review, and after it where that is known. */
export function changeInWords({ before, after, passedBefore, passedAfter }: Review): { before: string; after: string | null } {
  const said = (entry: Pick<Entry, 'status' | 'score'>, passed: boolean | null): string => {
    const outcome = passed === null ? null : t(`result.outcomes.${passed ? 'PASSED' : 'FAILED'}`);
    return t('result.reviews.entry', { score: scoreInWords(entry), outcome });
  };
  return { before: said(before, passedBefore), after: after === null ? null : said(after, passedAfter) };
}

const REVIEW_TONES: Record<ReviewState, Said['tone']> = {
  OPEN: 'warning',
  PROPOSED: 'warning',
  UPHELD: 'neutral',
  CORRECTED: 'success',
  WITHDRAWN: 'neutral',
};

export const reviewStateOf = (state: ReviewState): Said => ({ tone: REVIEW_TONES[state], words: t(`result.reviews.states.${state}`) });

/** A refusal with its moments as people read them. */
export function withTimesInWords(problem: ApiProblem): ApiProblem {
  const facts = Object.fromEntries(
    Object.entries(problem.facts).map(([name, fact]) => {
      const moment = typeof fact === 'string' && ['until', 'opens', 'closes'].includes(name);
      return [name, moment ? (name === 'closes' ? formatClosing(fact) : formatDateTime(fact)) : fact];
    }),
  );
  return new ApiProblem(problem.status, problem.code, facts, problem.problems, problem.retryAfterSeconds);
}
