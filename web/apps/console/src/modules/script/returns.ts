import type { ReturnProblem, ReturnState, SiteReturn } from './types.ts';

/** What is shown of a plan's sites: those that have not sent everything, or those in one state. */
export type Shown = 'OPEN' | ReturnState;
export const SHOWN: Shown[] = ['OPEN', 'AWAITED', 'COMING', 'COMPLETE'];

const isOpen = (one: SiteReturn): boolean => one.state !== 'COMPLETE' || one.problems.length > 0;

/** What stays as it is until somebody does something. */
const URGENT: ReadonlySet<ReturnProblem['code']> = new Set(['REFUSED', 'NODE_WITHDRAWN', 'RUNS_WITHOUT_OUTCOME'] as const);

/** How much somebody has to see to it: refused files and withdrawn servers first, then silence, then what is on its way; exams that run still, and what is here, last. */
function urgency(one: SiteReturn, now: number): number {
  if (one.problems.some(({ code }) => URGENT.has(code))) {
    return 0;
  }
  if (one.state === 'COMPLETE') {
    return one.problems.length > 0 ? 3 : 5;
  }
  return one.state === 'COMING' ? 2 : Date.parse(one.closes) > now ? 4 : 1;
}

/** What is missing first; among equals the longest over, then by name. */
export function sorted(all: SiteReturn[], now: number): SiteReturn[] {
  return [...all].sort(
    (a, b) => urgency(a, now) - urgency(b, now) || a.closes.localeCompare(b.closes) || a.site.name.localeCompare(b.site.name, 'zh-CN'),
  );
}

export const shown = (all: SiteReturn[], which: Shown | undefined): SiteReturn[] =>
  all.filter((one) => which === undefined || (which === 'OPEN' ? isOpen(one) : one.state === which));
