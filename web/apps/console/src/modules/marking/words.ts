import { formatCount } from '@onex/ui';
import { t } from '../../i18n.ts';
import type { MarkingPlan } from './types.ts';

interface Said {
  tone: 'neutral' | 'primary' | 'success' | 'warning' | 'danger';
  words: string;
}

/** 中级 · 实操 */
export const offeredInWords = ({ level, subject }: { level: string; subject: string }): string =>
  t('marking.offered', { level: t(`marking.levels.${level}`), subject: t(`marking.subjects.${subject}`) });

/** Scripts have no name: the end of the number is enough to tell them apart in a list. */
export const shortOf = (script: string): string => script.slice(-8);

export const waitingOf = ({ works, marked }: Pick<MarkingPlan, 'works' | 'marked'>): number => Math.max(0, works - marked);

/** How far a plan's marking is, the worst first. */
export function standingOf(plan: MarkingPlan): Said {
  const { scripts, scored, problems } = plan;
  if (problems > 0) {
    return { tone: 'danger', words: t('marking.standing.PROBLEM', { count: formatCount(problems) }) };
  }
  if (waitingOf(plan) > 0) {
    return { tone: 'warning', words: t('marking.standing.WAITING', { count: formatCount(waitingOf(plan)) }) };
  }
  if (scored < scripts) {
    return { tone: 'primary', words: t('marking.standing.SCORING', { count: formatCount(scripts - scored) }) };
  }
  return scripts === 0 ? { tone: 'neutral', words: t('marking.standing.NONE') } : { tone: 'success', words: t('marking.standing.MARKED') };
}
