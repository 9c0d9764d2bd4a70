import { describe, expect, it } from 'vitest';
import { drawCalendar, type CalendarItem } from './calendar.ts';

const item = (id: string, from: string | null, to: string | null): CalendarItem => ({ id, label: id, from, to });
const NOW = '2024-05-10T12:00:00+08:00';
const bar = (picture: ReturnType<typeof drawCalendar>, id: string) => {
  const found = picture.bars.find((candidate) => candidate.id === id);
  if (found === undefined) {
    throw new Error(`no bar ${id}`);
  }
  return found;
};

describe('a calendar picture', () => {
  const picture = drawCalendar([item('a', '2024-05-01', '2024-05-06'), item('b', '2024-05-18', '2024-05-18')], NOW, 440);
  // From two days before the first to two days after the last day: 22 days of 20 pixels.

  it('gives every day the same width, the last day of a bar included', () => {
    expect(bar(picture, 'a').x).toBeCloseTo(40);
    expect(bar(picture, 'a').width).toBeCloseTo(120);
    expect(bar(picture, 'b').width).toBeCloseTo(20);
  });

  it('keeps every bar inside', () => {
    for (const { x, width } of picture.bars) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(440);
    }
  });

  it('draws now at the hour, not at midnight', () => {
    expect(picture.nowX).toBeCloseTo(20 * 11.5);
  });

  it('marks Saturdays and Sundays only', () => {
    // 4, 5, 11, 12, 18, 19 May 2024
    expect(picture.weekends.map((day) => Math.round(day.x / 20))).toEqual([5, 6, 12, 13, 19, 20]);
  });

  it('names the months that it touches', () => {
    const wide = drawCalendar([item('a', '2024-04-20', '2024-05-06')], NOW, 440);
    expect(wide.months.map((month) => month.label)).toEqual(['2024年4月', '5月']);
  });

  it('leaves out the name of a month that has no room for it, and the next one has the year', () => {
    expect(picture.months.map((month) => month.label)).toEqual(['', '2024年5月']);
  });

  it('puts its ticks on Mondays when days are narrow', () => {
    expect(picture.ticks.map((tick) => tick.label)).toEqual(['29', '6', '13', '20']);
  });
});

describe('time', () => {
  const at = (now: string) => bar(drawCalendar([item('a', '2024-05-06', '2024-05-10')], now, 400), 'a').time;

  it('is future until the first day begins in Shanghai', () => {
    expect(at('2024-05-05T23:59:59+08:00')).toBe('future');
    expect(at('2024-05-06T00:00:00+08:00')).toBe('present');
  });

  it('is past only after the last day', () => {
    expect(at('2024-05-10T23:59:59+08:00')).toBe('present');
    expect(at('2024-05-11T00:00:00+08:00')).toBe('past');
  });

  it('less than a month away widens the picture so that it is in it', () => {
    const near = drawCalendar([item('a', '2024-05-06', '2024-05-10')], '2024-04-16T00:00:00+08:00', 400);
    expect(near.nowX).toBeGreaterThan(0);
    expect(near.nowBeyond).toBeNull();
  });

  it('far outside the picture draws no line and says on which side it lies', () => {
    const before = drawCalendar([item('a', '2024-05-06', '2024-05-10')], '2024-01-01T00:00:00+08:00', 400);
    expect([before.nowX, before.nowBeyond]).toEqual([null, 'before']);
  });
});

describe('an end that is not stated', () => {
  const picture = drawCalendar(
    [item('open', null, '2024-04-29'), item('exam', '2024-05-18', '2024-05-18'), item('on', '2024-06-01', null)],
    NOW,
    900,
  );

  it('runs to the edge of the picture', () => {
    expect(bar(picture, 'open').x).toBeCloseTo(12);
    expect(bar(picture, 'on').x + bar(picture, 'on').width).toBeCloseTo(888);
  });

  it('is marked open on that side only', () => {
    expect([bar(picture, 'open').openStart, bar(picture, 'open').openEnd]).toEqual([true, false]);
    expect([bar(picture, 'on').openStart, bar(picture, 'on').openEnd]).toEqual([false, true]);
  });
});

describe('nothing to draw', () => {
  it('is an empty picture, not an error', () => {
    expect(drawCalendar([item('none', null, null)], NOW, 400)).toMatchObject({ bars: [], months: [], nowX: null });
  });
});
