import { formatDate, type CalendarItem } from '@onex/ui';
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
    items.unshift({ id: 'deadline', label: '考试报名', from: null, to: date, detail: `${formatDate(date)}截止` });
  }
  if (!plan.stages.some((stage) => stage.kind === 'EXAM')) {
    const days = [...plan.examDates].sort();
    items.push({ id: 'exam', label: '正式考试', from: days[0] ?? null, to: days.at(-1) ?? null, tone: 'strong' });
  }
  return items;
}
