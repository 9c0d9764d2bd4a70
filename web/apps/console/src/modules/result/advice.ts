import { formatCount, formatDuration } from '@onex/ui';
import { t } from '../../i18n.ts';
import type { ResultPlan, Review } from './types.ts';
import { isPublic, printedInWords, windowInWords } from './words.ts';

/** Who looks at a plan's results: an officer of the body, by the account, or a college. */
export interface Looking {
  college: boolean;
  login: string;
  now: number;
}

/** Whether the days of publicity are over; reviews may wait still. */
const isOver = ({ closes }: Pick<ResultPlan, 'closes'>, now: number): boolean => closes !== null && Date.parse(closes) <= now;

/** Whether a college may ask for a review now. */
export const mayAppeal = (plan: Pick<ResultPlan, 'state' | 'closes'>, now: number): boolean =>
  plan.state === 'PUBLICITY' && !isOver(plan, now);

/** Whether the sheet may still be drawn up again. */
export const mayDraw = (plan: Pick<ResultPlan, 'state' | 'drawing'>): boolean => plan.drawing === null && !isPublic(plan);

const isDrawn = ({ state }: Pick<ResultPlan, 'state'>): boolean => state === 'DRAWN' || state === 'HALF_APPROVED';
const isSettled = ({ problems, stale }: Pick<ResultPlan, 'problems' | 'stale'>): boolean => !problems && !stale;

/** Whether this officer may approve what is drawn up. */
export const mayApprove = (plan: ResultPlan, login: string): boolean =>
  isDrawn(plan) && plan.drawing === null && isSettled(plan) && !plan.approvals.some((one) => one.login === login);

const STEPS = ['draw', 'approve', 'publicity', 'final'] as const;
export const stepsInWords = (): string[] => STEPS.map((step) => t(`result.steps.${step}`));

/** Which of the steps is now; beyond the last one all are done. */
export function stepOf(plan: Pick<ResultPlan, 'state' | 'problems' | 'stale'>): number {
  if (isDrawn(plan)) {
    return isSettled(plan) ? 1 : 0;
  }
  return plan.state === 'NONE' ? 0 : plan.state === 'FINISHED' ? STEPS.length : 2;
}

interface Advice {
  tone: 'info' | 'success' | 'warning';
  words: string;
}

function publicity(plan: ResultPlan, now: number): Advice {
  const open = plan.reviews.open > 0 ? formatCount(plan.reviews.open) : null;
  if (isOver(plan, now)) {
    return { tone: open === null ? 'info' : 'warning', words: t('result.advice.over', { open }) };
  }
  const left = plan.closes === null ? null : formatDuration(Date.parse(plan.closes) - now);
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
  return {
    tone: 'info',
    words: t(first.login === login ? 'result.advice.approvedByMe' : 'result.advice.approvedBy', { name: first.name }),
  };
}

/** What is to be done before the results are public. */
function preparation(plan: ResultPlan, login: string): Advice {
  if (plan.drawing !== null) {
    return { tone: 'info', words: t('result.advice.drawing') };
  }
  const said: Advice = plan.state === 'NONE' ? { tone: 'info', words: t('result.advice.none') } : approval(plan, login);
  return plan.late ? { tone: 'warning', words: t('result.advice.late', { printed: printedInWords(plan), then: said.words }) } : said;
}

/** What is to be done next, and by whom. */
export function adviceOf(plan: ResultPlan, { college, login, now }: Looking): Advice {
  switch (plan.state) {
    case 'PUBLICITY':
      return publicity(plan, now);
    case 'FINISHED':
      return { tone: 'success', words: t('result.advice.finished') };
    case 'APPROVED':
      return { tone: 'info', words: t('result.advice.approved', { window: windowInWords(plan) }) };
    default:
      return college ? { tone: 'info', words: t('result.advice.before', { printed: printedInWords(plan) }) } : preparation(plan, login);
  }
}

/** What an officer has to do about a plan, and the page where it is done. */
export function waitsFor(plan: ResultPlan, login: string, now: number): { route: string; words: string }[] {
  const problems = plan.problems ?? 0;
  const { open } = plan.reviews;
  const all = [
    { when: plan.state === 'NONE' && plan.drawing === null, route: 'result-plan', key: 'draw', count: 0 },
    { when: isDrawn(plan) && plan.stale, route: 'result-plan', key: 'stale', count: 0 },
    { when: isDrawn(plan) && problems > 0, route: 'result-problems', key: 'problems', count: problems },
    { when: mayApprove(plan, login), route: 'result-plan', key: 'approve', count: 0 },
    { when: open > 0, route: 'result-reviews', key: isOver(plan, now) ? 'reviewsOver' : 'reviews', count: open },
  ];
  return all
    .filter(({ when }) => when)
    .map(({ route, key, count }) => ({ route, words: t(`result.waiting.${key}`, { count: formatCount(count) }) }));
}

export type ReviewAct = 'withdraw' | 'conclude' | 'confirm';

/** What a side may do with a review as it is now. */
export function actOf({ state }: Pick<Review, 'state'>, college: boolean): ReviewAct | null {
  if (college) {
    return state === 'OPEN' ? 'withdraw' : null;
  }
  return state === 'OPEN' ? 'conclude' : state === 'PROPOSED' ? 'confirm' : null;
}
