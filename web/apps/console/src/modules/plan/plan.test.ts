import { describe, expect, it } from 'vitest';
import { usePublicity } from './composables/usePublicity.ts';
import { planCalendar, upcoming } from './timeline.ts';

const missing = (what: string) => [{ plan: 'LC-2023-2-01', what }] as never;

describe('publishing', () => {
  it('supplies nothing when nothing is missing', () => {
    const { good, supply } = usePublicity(() => []);
    expect(good.value).toBe(true);
    expect(supply()).toEqual([]);
  });

  it('needs a reason for what the notice does not print', () => {
    const { form, good, supply } = usePublicity(() => missing('PUBLICITY'));
    expect(good.value).toBe(false);
    form.reason = ' 依据手册 ';
    expect(good.value).toBe(true);
    expect(supply()).toEqual([{ name: '成绩公示', rule: '+10 d for 5 d', reason: '依据手册' }]);
  });

  it.each([0, -1, 1.5, 91, Number.NaN])('refuses %s days', (days) => {
    const { form, good } = usePublicity(() => missing('PUBLICITY'));
    Object.assign(form, { days, reason: '依据手册' });
    expect(good.value).toBe(false);
  });

  it('is blocked by anything that cannot be supplied here', () => {
    expect(usePublicity(() => missing('EXAM')).blocked.value).toBe(true);
  });
});

describe('the calendar of a plan', () => {
  const stage = (kind: string) => ({ kind, name: kind, from: '2024-05-18', to: null, work: [] });
  const plan = (kinds: string[]) =>
    ({ stages: kinds.map(stage), deadline: { date: '2024-04-29' }, examDates: ['2024-05-19', '2024-05-18'] }) as never;

  it('shows deadline and exam even when the notice prints no such stage', () => {
    const items = planCalendar(plan(['TICKETS']));
    expect(items.map((item) => [item.label, item.from, item.to])).toEqual([
      ['考试报名', null, '2024-04-29'],
      ['TICKETS', '2024-05-18', null],
      ['正式考试', '2024-05-18', '2024-05-19'],
    ]);
  });

  it('shows a printed stage once', () => {
    expect(planCalendar(plan(['REGISTRATION', 'EXAM']))).toHaveLength(2);
  });
});

describe('what comes next', () => {
  const plan = (code: string, phase: string, deadline: string, ...examDates: string[]) => ({ code, phase, deadline, examDates }) as never;
  const codes = (plans: never[], now: string) => upcoming(plans, now).map(({ code }) => code);

  it('is the nearest day, be it a deadline or an exam', () => {
    const plans = [
      plan('open', 'OPEN', '2024-05-20', '2024-06-15'),
      plan('soon', 'CLOSED', '2024-04-29', '2024-05-18'),
      plan('later', 'CLOSED', '2024-05-01', '2024-05-25'),
    ];
    expect(codes(plans, '2024-05-10T01:00:00Z')).toEqual(['soon', 'open', 'later']);
  });

  it('is the second day of an exam once the first is over, in Beijing', () => {
    const plans = [plan('two', 'RUNNING', '2024-04-29', '2024-05-18', '2024-05-25'), plan('one', 'CLOSED', '2024-04-29', '2024-05-19')];
    expect(codes(plans, '2024-05-18T15:59:59Z')).toEqual(['two', 'one']);
    expect(codes(plans, '2024-05-18T16:00:00Z')).toEqual(['one', 'two']);
  });

  it('is nothing that is over or not published', () => {
    const today = '2024-05-18T08:00:00Z';
    expect(codes([plan('over', 'MARKING', '2024-04-29', '2024-05-18'), plan('draft', 'DRAFT', '2024-05-20', '2024-06-15')], today)).toEqual(
      [],
    );
  });
});
