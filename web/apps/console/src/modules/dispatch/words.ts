import { formatCount, formatDateTime, formatTime } from '@onex/ui';
import { hasMessage, t } from '../../i18n.ts';
import type { Job, Outcome } from '../../shell/jobs.ts';
import type { Bundle, Delivery, DispatchPlan, Finding } from './types.ts';

interface Said {
  tone: 'neutral' | 'primary' | 'success' | 'warning' | 'danger';
  words: string;
}

/** 第 1 时段 2024年5月18日(周六) 08:30–11:45 */
export const slotInWords = ({ number, opens, closes }: Bundle['slot']): string =>
  t('dispatch.slot', { number, hours: `${formatDateTime(opens)}–${formatTime(closes)}` });

/** How far a plan is, the worst first: what is in the way counts before what is done. */
export function standingOf({ bundles, packed, stale, blocked, installed }: DispatchPlan): Said {
  if (blocked > 0) {
    return { tone: 'danger', words: t('dispatch.standing.BLOCKED', { count: formatCount(blocked) }) };
  }
  if (stale > 0) {
    return { tone: 'warning', words: t('dispatch.standing.STALE', { count: formatCount(stale) }) };
  }
  if (packed < bundles || bundles === 0) {
    return { tone: 'neutral', words: t('dispatch.standing.UNPACKED', { count: formatCount(bundles - packed) }) };
  }
  return installed < bundles
    ? { tone: 'primary', words: t('dispatch.standing.UNDERWAY', { count: formatCount(bundles - installed) }) }
    : { tone: 'success', words: t('dispatch.standing.INSTALLED') };
}

/** What came of packing a plan's bundles. */
export function packedInWords({ facts }: Pick<Job, 'facts'>): Outcome {
  const count = (name: string): number => Number(facts[name] ?? 0);
  const some = (name: string): string | null => (count(name) > 0 ? formatCount(count(name)) : null);
  const counts = { packed: formatCount(count('packed')), unchanged: some('unchanged'), blocked: some('blocked') };
  return { tone: counts.blocked ? 'warning' : 'success', words: t('dispatch.pack.done', counts) };
}

const CONSTANTS = ['level', 'subject'] as const;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** Facts as people read them: constants by their words, times as everywhere else. */
function read(facts: Finding['facts']): Record<string, unknown> {
  const said = Object.entries(facts).map(([name, value]): [string, unknown] => {
    const family = CONSTANTS.find((one) => one === name);
    if (family !== undefined) {
      return [name, t(`dispatch.${family}s.${String(value)}`)];
    }
    return [name, typeof value === 'string' && INSTANT.test(value) ? formatDateTime(value) : value];
  });
  return Object.fromEntries(said);
}

/** What packing found: a problem is in its way, a warning should be seen to before the day. */
export const findingInWords = ({ code, facts }: Finding, kind: 'problems' | 'warnings'): string =>
  t(`dispatch.${kind}.${code}`, read(facts));

const DELIVERED = { WAITING: 'primary', INSTALLED: 'success', REFUSED: 'danger' } as const;

/** What an exam server has said of the newest version, or when it last spoke of an older one. */
export function deliveryInWords({ state, version, at }: Pick<Delivery, 'state' | 'version' | 'at'>): Said & { note: string } {
  const said = { tone: DELIVERED[state], words: t(`dispatch.deliveries.${state}`) };
  if (at === null) {
    return { ...said, note: '' };
  }
  return { ...said, note: t(state === 'WAITING' ? 'dispatch.bundle.older' : 'dispatch.bundle.said', { version, at: formatDateTime(at) }) };
}

/** Why a server did not take a bundle. */
export function refusalInWords({ state, problem }: Pick<Delivery, 'state' | 'problem'>): string {
  if (state !== 'REFUSED') {
    return '';
  }
  const key = `dispatch.refused.${problem}`;
  return hasMessage(key) ? t(key) : t('dispatch.refused.unknown', { code: problem });
}
