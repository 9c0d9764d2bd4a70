import { formatDate, isoDateOf, type CalendarItem } from '@onex/ui';
import { t } from '../../i18n.ts';
import { isOver } from '../../shell/phase.ts';
import type { Plan, PlanSummary } from './types.ts';

/** The stages of a plan as bars on a calendar; a plan without a registration stage still shows its deadline. */
export function planCalendar(plan: Pick<Plan, 'stages' | 'deadline' | 'examDates'>): CalendarItem[] {
  const items = plan.stages.map((stage, index): CalendarItem => ({
    id: `${index}`,
    label: stage.name,
    from: stage.from ?? null,
    to: stage.to ?? null,
    detail: stage.work.join(' '),
    tone: stage.kind === 'EXAM' ? 'strong' : 'plain',
  }));
  if (!plan.stages.some((stage) => stage.kind === 'REGISTRATION')) {
    const date = plan.deadline.date;
    items.unshift({
      id: 'deadline',
      label: t('plan.calendar.registration'),
      from: null,
      to: date,
      detail: t('plan.calendar.until', { date: formatDate(date) }),
    });
  }
  if (!plan.stages.some((stage) => stage.kind === 'EXAM')) {
    const days = [...plan.examDates].sort();
    items.push({ id: 'exam', label: t('plan.calendar.exam'), from: days[0] ?? null, to: days.at(-1) ?? null, tone: 'strong' });
  }
  return items;
}

/** Plans of which a day is still to come, that of the deadline or one of the exam, by the next such day. */
export function upcoming(plans: PlanSummary[], now: string): PlanSummary[] {
  const today = isoDateOf(now);
  const awaited = plans.filter(({ phase }) => phase !== 'DRAFT' && !isOver(phase));
  const dated = awaited.flatMap((plan) => {
    const days = [...(plan.phase === 'OPEN' ? [plan.deadline] : []), ...plan.examDates].filter((day) => day >= today).sort();
    return days[0] === undefined ? [] : [{ plan, day: days[0] }];
  });
  return dated.sort((a, b) => a.day.localeCompare(b.day)).map(({ plan }) => plan);
}
