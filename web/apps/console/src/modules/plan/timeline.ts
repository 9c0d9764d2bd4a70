import { formatDate, type CalendarItem } from '@onex/ui';
import { t } from '../../i18n.ts';
import type { Plan } from './types.ts';

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
