import { dayNumber, dayOfInstant, isoOfDay } from './format.ts';

/** One bar of a calendar picture; a missing end is drawn open. */
export interface CalendarItem {
  id: string;
  label: string;
  from: string | null;
  to: string | null;
  /** What a reader hears or sees on focus, beyond label and dates. */
  detail?: string;
  tone?: 'plain' | 'strong';
}

export interface CalendarBar extends CalendarItem {
  x: number;
  width: number;
  openStart: boolean;
  openEnd: boolean;
  time: 'past' | 'present' | 'future';
}

export interface CalendarPicture {
  bars: CalendarBar[];
  weekends: { x: number; width: number }[];
  months: { x: number; width: number; label: string }[];
  ticks: { x: number; label: string }[];
  nowX: number | null;
  /** Where now lies when it is not in the picture. */
  nowBeyond: 'before' | 'after' | null;
}

/** How much room an end that is not stated gets at least, so that it can be seen. */
const OPEN_DAYS = 5;
/** Now is drawn when it is less than this many days away from the first or last day. */
const NEAR_DAYS = 30;

interface Span {
  start: number;
  end: number;
}

function spanOf(item: CalendarItem): Span | null {
  const from = item.from === null ? null : dayNumber(item.from);
  const to = item.to === null ? null : dayNumber(item.to) + 1;
  if (from === null && to === null) {
    return null;
  }
  return { start: from ?? (to ?? 0) - OPEN_DAYS, end: to ?? (from ?? 0) + OPEN_DAYS };
}

function timeOf(item: CalendarItem, now: number): CalendarBar['time'] {
  if (item.to !== null && dayNumber(item.to) + 1 <= now) {
    return 'past';
  }
  return item.from !== null && dayNumber(item.from) > now ? 'future' : 'present';
}

function tickStep(days: number, width: number): number {
  return [1, 7, 14, 28].find((step) => (width / days) * step >= 34) ?? 56;
}

/** What a month's name with its year needs; with less room it would be printed over the next one. */
const YEAR_AND_MONTH = 64;
const MONTH = 30;

function months(start: number, end: number, x: (day: number) => number): CalendarPicture['months'] {
  const result: CalendarPicture['months'] = [];
  for (let day = start; day < end;) {
    const [year = 0, month = 1] = isoOfDay(day).split('-').map(Number);
    const next = Math.min(end, Date.UTC(year, month, 1) / 86_400_000);
    const width = x(next) - x(day);
    const withYear = month === 1 || !result.some(({ label }) => label !== '');
    const label = withYear ? `${year}年${month}月` : `${month}月`;
    const fits = width >= (withYear ? YEAR_AND_MONTH : MONTH) || next === end;
    result.push({ x: x(day), width, label: fits ? label : '' });
    day = next;
  }
  return result;
}

/** Places items on a calendar axis of the given width in pixels; an end that is not stated runs to the edge; `now` outside the picture gives no line. */
export function drawCalendar(items: CalendarItem[], now: string, width: number): CalendarPicture {
  const spans = items.map(spanOf).filter((span) => span !== null);
  if (spans.length === 0) {
    return { bars: [], weekends: [], months: [], ticks: [], nowX: null, nowBeyond: null };
  }
  const nowDay = dayOfInstant(now);
  const first = Math.min(...spans.map((span) => span.start));
  const last = Math.max(...spans.map((span) => span.end));
  const start = (nowDay < first && first - nowDay < NEAR_DAYS ? Math.floor(nowDay) : first) - 2;
  const end = (nowDay > last && nowDay - last < NEAR_DAYS ? Math.ceil(nowDay) : last) + 2;
  const edge = 12 / (width / (end - start));
  const perDay = width / (end - start);
  const x = (day: number): number => (day - start) * perDay;

  const bars = items.flatMap((item): CalendarBar[] => {
    const span = spanOf(item);
    if (span === null) {
      return [];
    }
    const from = item.from === null ? start + edge : span.start;
    const to = item.to === null ? end - edge : span.end;
    const place = { x: x(from), width: x(to) - x(from) };
    return [{ ...item, ...place, openStart: item.from === null, openEnd: item.to === null, time: timeOf(item, nowDay) }];
  });

  const days = Array.from({ length: end - start }, (_, index) => start + index);
  const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;
  const step = tickStep(end - start, width);
  const firstMonday = days.find((day) => weekday(day) === 1) ?? start;
  return {
    bars,
    weekends: days.filter((day) => weekday(day) === 6 || weekday(day) === 0).map((day) => ({ x: x(day), width: perDay })),
    months: months(start, end, x),
    ticks: days
      .filter((day) => (day - firstMonday) % step === 0)
      .map((day) => ({ x: x(day), label: String(Number(isoOfDay(day).slice(8))) })),
    nowX: nowDay >= start && nowDay <= end ? x(nowDay) : null,
    nowBeyond: nowDay < start ? 'before' : nowDay > end ? 'after' : null,
  };
}
