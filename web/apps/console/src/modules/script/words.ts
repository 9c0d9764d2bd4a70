import { formatCount, formatDateTime, formatTime } from '@onex/ui';
import { t } from '../../i18n.ts';
import { sendersOf, type Doubt, type ReturnPlan, type ReturnProblem, type ReturnServer, type SiteReturn } from './types.ts';

interface Said {
  tone: 'neutral' | 'primary' | 'success' | 'warning' | 'danger';
  words: string;
}

/** What servers are called, by their id. */
export type ServerNames = ReadonlyMap<string, string>;

/** 中级 · 实操 */
export const offeredInWords = ({ level, subject }: { level: string; subject: string }): string =>
  t('script.offered', { level: t(`script.levels.${level}`), subject: t(`script.subjects.${subject}`) });

/** Scripts have no name: the end of the number is enough to tell them apart in a list. */
export const shortOf = (script: string): string => script.slice(-8);

/** 第 1 时段 2024年5月18日(周六) 08:30–11:45 */
export const slotInWords = ({ slot, opens, closes }: SiteReturn): string =>
  t('script.slot', { number: slot, hours: `${formatDateTime(opens)}–${formatTime(closes)}` });

type Counted = Pick<ReturnPlan, 'runs' | 'scripts' | 'absent' | 'notStarted'>;

/** Of how many candidates nothing is known yet: neither a script nor the word of the site that there is none. */
export const missingOf = ({ runs, scripts, absent, notStarted }: Counted): number => Math.max(0, runs - scripts - absent - notStarted);

/** How far a plan is, what is missing before what is doubtful. */
export function standingOf(plan: ReturnPlan): Said {
  const { bundles, complete, doubts } = plan;
  if (bundles === 0 || (complete === 0 && missingOf(plan) === plan.runs)) {
    return { tone: 'neutral', words: t('script.standing.NOTHING') };
  }
  if (complete < bundles) {
    return { tone: 'warning', words: t('script.standing.MISSING', { count: formatCount(bundles - complete) }) };
  }
  return doubts > 0
    ? { tone: 'warning', words: t('script.standing.DOUBTS', { count: formatCount(doubts) }) }
    : { tone: 'success', words: t('script.standing.COMPLETE') };
}

/** The answer to "may I go on?". */
export function adviceOf(plan: ReturnPlan): { tone: 'success' | 'warning' | 'info'; words: string } {
  const { bundles, complete, doubts } = plan;
  const people = missingOf(plan) > 0 ? formatCount(missingOf(plan)) : null;
  const facts = { missing: formatCount(bundles - complete), bundles: formatCount(bundles), people };
  const open = doubts > 0 ? formatCount(doubts) : null;
  if (complete < bundles) {
    return standingOf(plan).tone === 'neutral'
      ? { tone: 'info', words: t('script.advice.nothing', facts) }
      : { tone: 'warning', words: t('script.advice.missing', { ...facts, doubts: open }) };
  }
  return open === null
    ? { tone: 'success', words: t('script.advice.complete', facts) }
    : { tone: 'warning', words: t('script.advice.doubts', { doubts: open }) };
}

/** How far a site is with one slot; what nobody can have sent yet is not missing. */
export function stateOf({ state, closes, problems }: SiteReturn, now: number): Said {
  if (problems.some(({ code }) => code === 'REFUSED')) {
    return { tone: 'danger', words: t('script.states.REFUSED') };
  }
  if (state === 'AWAITED' && Date.parse(closes) > now) {
    return { tone: 'neutral', words: t('script.states.RUNNING') };
  }
  const tones = { AWAITED: 'danger', COMING: 'warning', COMPLETE: 'success' } as const;
  return { tone: tones[state], words: t(`script.states.${state}`) };
}

/** What keeps a site from being complete, or should be known, and what to do. */
export function problemInWords({ code, facts }: ReturnProblem): string {
  const reasons = [facts.reasons ?? []].flat().map((reason) => t(`script.refusals.${String(reason)}`));
  return t(`script.problems.${code}`, { ...facts, reasons });
}

/** How far an exam server is. */
export function serverInWords({ firstAt, lastAt, files, arrived }: ReturnServer): string {
  return firstAt === null || lastAt === null
    ? t('script.server.silent')
    : t('script.server.files', { files: formatCount(files), arrived: formatCount(arrived), at: formatDateTime(lastAt) });
}

/** What is doubtful about a script. */
export function doubtInWords({ kind, facts }: Pick<Doubt, 'kind' | 'facts'>): string {
  const said = (fact: unknown, family: string): string | null => (fact === undefined ? null : t(`script.${family}.${String(fact)}`));
  return t(`script.doubts.${kind}.words`, {
    ...facts,
    nodes: sendersOf({ facts }).map(({ name }) => name),
    reason: said(facts.reason, 'refusals'),
    seen: said(facts.present, 'seen'),
    outcome: said(facts.outcome, 'outcomes'),
  });
}
