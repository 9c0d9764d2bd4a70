import { formatClosing, formatCount, formatDateTime, formatDuration, formatSpan } from '@onex/ui';
import { t } from '../../i18n.ts';
import type { Job, Outcome as JobOutcome } from '../../shell/jobs.ts';
import type { Entry, Incident, ResultPlan, Review, SheetState } from './types.ts';

export type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger';

interface Said {
  tone: Tone;
  words: string;
}

/** Who looks at a plan's results: an officer of the body, by the account, or a college. */
export interface Looking {
  college: boolean;
  login: string;
  now: number;
}

const TONES: Record<SheetState, Tone> = {
  NONE: 'neutral',
  DRAWN: 'warning',
  HALF_APPROVED: 'warning',
  APPROVED: 'primary',
  PUBLICITY: 'primary',
  FINISHED: 'success',
};

/** How far the results of a plan are; a college is told nothing of what goes on before they are public. */
export function stateOf({ state }: Pick<ResultPlan, 'state'>, college = false): Said {
  const before = college && !isPublic({ state });
  return before ? { tone: 'neutral', words: t('result.states.BEFORE') } : { tone: TONES[state], words: t(`result.states.${state}`) };
}

/** Whether candidates and colleges see the results. */
export const isPublic = ({ state }: Pick<ResultPlan, 'state'>): boolean => state === 'PUBLICITY' || state === 'FINISHED';

/** Whether the days of publicity are over; reviews may wait still. */
const isOver = ({ closes }: Pick<ResultPlan, 'closes'>, now: number): boolean => closes !== null && Date.parse(closes) <= now;

/** Whether a college may ask for a review now. */
export const mayAppeal = (plan: Pick<ResultPlan, 'state' | 'closes'>, now: number): boolean => plan.state === 'PUBLICITY' && !isOver(plan, now);

/** Whether the sheet may still be drawn up again. */
export const mayDraw = ({ state, drawing }: Pick<ResultPlan, 'state' | 'drawing'>): boolean => drawing === null && !isPublic({ state });

/** Whether this officer may approve what is drawn up. */
export const mayApprove = (plan: ResultPlan, login: string): boolean =>
  ['DRAWN', 'HALF_APPROVED'].includes(plan.state) &&
  plan.drawing === null &&
  !plan.stale &&
  plan.problems === 0 &&
  !plan.approvals.some((one) => one.login === login);

const STEPS = ['draw', 'approve', 'publicity', 'final'] as const;
export const stepsInWords = (): string[] => STEPS.map((step) => t(`result.steps.${step}`));

/** Which of the steps is now; beyond the last one all are done. */
export function stepOf({ state, problems, stale }: Pick<ResultPlan, 'state' | 'problems' | 'stale'>): number {
  const settled = problems === 0 && !stale;
  return { NONE: 0, DRAWN: settled ? 1 : 0, HALF_APPROVED: settled ? 1 : 0, APPROVED: 2, PUBLICITY: 2, FINISHED: STEPS.length }[state];
}

/** 6月10日–6月12日, as the notice prints it. */
export const printedInWords = ({ printed }: Pick<ResultPlan, 'printed'>): string =>
  printed === null ? t('result.window.notPrinted') : formatSpan(printed.from, printed.to);

/** 2024年6月10日(周一) 00:00 – 2024年6月12日(周三) 23:59:59 */
export const windowInWords = ({ opens, closes }: Pick<ResultPlan, 'opens' | 'closes'>): string =>
  opens === null || closes === null ? t('result.window.open') : `${formatDateTime(opens)} – ${formatClosing(closes)}`;

type Advice = { tone: 'info' | 'success' | 'warning' | 'danger'; words: string };

function publicity(plan: ResultPlan, now: number): Advice {
  const { closes, reviews } = plan;
  const open = reviews.open > 0 ? formatCount(reviews.open) : null;
  if (isOver(plan, now)) {
    return { tone: open === null ? 'info' : 'warning', words: t('result.advice.over', { open }) };
  }
  const left = closes === null ? null : formatDuration(Date.parse(closes) - now);
  return { tone: 'info', words: t('result.advice.publicity', { left, open }) };
}

/** What keeps the sheet from being approved, or who has to. */
function approval(plan: ResultPlan, login: string): Advice {
  const [first] = plan.approvals;
  if (plan.stale) {
    return { tone: 'warning', words: t('result.advice.stale') };
  }
  if (plan.problems) {
    return { tone: 'warning', words: t('result.advice.problems', { count: formatCount(plan.problems) }) };
  }
  if (first === undefined) {
    return { tone: 'info', words: t('result.advice.drawn') };
  }
  return { tone: 'info', words: t(first.login === login ? 'result.advice.approvedByMe' : 'result.advice.approvedBy', { name: first.name }) };
}

/** What is to be done next, and by whom. */
export function adviceOf(plan: ResultPlan, { college, login, now }: Looking): Advice {
  const late = plan.late ? printedInWords(plan) : null;
  if (plan.state === 'PUBLICITY') {
    return publicity(plan, now);
  }
  if (plan.state === 'FINISHED') {
    return { tone: 'success', words: t('result.advice.finished') };
  }
  if (plan.state === 'APPROVED') {
    return { tone: 'info', words: t('result.advice.approved', { window: windowInWords(plan) }) };
  }
  if (college) {
    return { tone: 'info', words: t('result.advice.before', { printed: printedInWords(plan) }) };
  }
  if (plan.drawing !== null) {
    return { tone: 'info', words: t('result.advice.drawing') };
  }
  const said: Advice = plan.state === 'NONE' ? { tone: 'info', words: t('result.advice.none') } : approval(plan, login);
  return late === null ? said : { tone: 'danger', words: t('result.advice.late', { printed: late, then: said.words }) };
}

/** The first and last of a digest, in groups that two people can read to each other. */
export const digestInWords = (digest: string): string => (digest.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');

/** 85, or why there is no score. */
export const scoreInWords = ({ status, score }: Pick<Entry, 'status' | 'score'>): string =>
  status === 'SCORED' && score !== null ? String(score) : t(`result.statuses.${status}`);

/** 网店运营推广 · 中级 · 实操 */
export const offeredInWords = ({ level, subject }: { level: string; subject: string }): string =>
  t('result.offered', { level: t(`result.levels.${level}`), subject: t(`result.subjects.${subject}`) });

const OUTCOME = (passed: boolean | null): string => (passed === null ? '—' : t(`result.outcomes.${passed ? 'PASSED' : 'FAILED'}`));

/** What a review changed, or would change. */
export function changeInWords({ before, after, passedBefore, passedAfter }: Review): { before: string; after: string | null } {
  const said = (entry: Pick<Entry, 'status' | 'score'>, passed: boolean | null): string =>
    t('result.reviews.entry', { score: scoreInWords(entry), outcome: OUTCOME(passed) });
  return { before: said(before, passedBefore), after: after === null ? null : said(after, passedAfter) };
}

const REVIEW_TONES: Record<Review['state'], Tone> = {
  OPEN: 'warning',
  PROPOSED: 'warning',
  UPHELD: 'neutral',
  CORRECTED: 'success',
  WITHDRAWN: 'neutral',
};

export const reviewStateOf = (state: Review['state']): Said => ({ tone: REVIEW_TONES[state], words: t(`result.reviews.states.${state}`) });

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

/** What an officer has to do about a plan, and the page where it is done. */
export function waitsFor(plan: ResultPlan, login: string, now: number): { route: string; words: string }[] {
  const waits: { route: string; words: string }[] = [];
  const add = (when: boolean, route: string, key: string, count?: number): void => {
    if (when) {
      waits.push({ route, words: t(`result.waiting.${key}`, { count: formatCount(count ?? 0) }) });
    }
  };
  const drawn = plan.state === 'DRAWN' || plan.state === 'HALF_APPROVED';
  add(plan.state === 'NONE' && plan.drawing === null, 'result-plan', 'draw');
  add(drawn && plan.stale, 'result-plan', 'stale');
  add(drawn && (plan.problems ?? 0) > 0, 'result-problems', 'problems', plan.problems ?? 0);
  add(mayApprove(plan, login), 'result-plan', 'approve');
  add(plan.reviews.open > 0, 'result-reviews', isOver(plan, now) ? 'reviewsOver' : 'reviews', plan.reviews.open);
  return waits;
}

export type ReviewAct = 'withdraw' | 'conclude' | 'confirm';

/** What a side may do with a review as it is now. */
export function actOf({ state }: Pick<Review, 'state'>, college: boolean): ReviewAct | null {
  if (college) {
    return state === 'OPEN' ? 'withdraw' : null;
  }
  return state === 'OPEN' ? 'conclude' : state === 'PROPOSED' ? 'confirm' : null;
}

/** What came of drawing up the sheet. */
export function drawnInWords({ facts }: Pick<Job, 'facts'>): JobOutcome {
  const problems = Number(facts.problems ?? 0);
  const said = { people: formatCount(Number(facts.people ?? 0)), problems: problems > 0 ? formatCount(problems) : null };
  return { tone: problems > 0 ? 'warning' : 'success', words: t('result.draw.done', said) };
}
