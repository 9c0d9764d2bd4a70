/** How dates, times and money read in China; every instant is shown in Asia/Shanghai (+08:00, no daylight saving). */

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

type Instant = string | number | Date;

function millis(instant: Instant): number {
  return typeof instant === 'string' ? Date.parse(instant) : Number(instant);
}

/** A Date whose UTC fields read as the wall clock in Shanghai. */
function wall(instant: Instant): Date {
  return new Date(millis(instant) + SHANGHAI_MS);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Days since 1970-01-01 of an ISO date (2024-05-18). */
export function dayNumber(isoDate: string): number {
  return Math.floor(Date.parse(`${isoDate}T00:00:00Z`) / DAY_MS);
}

export function isoOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The fractional day number at which an instant falls in Shanghai. */
export function dayOfInstant(instant: Instant): number {
  return wall(instant).getTime() / DAY_MS;
}

/** The date in Shanghai, as 2024-05-18. */
export function isoDateOf(instant: Instant): string {
  return wall(instant).toISOString().slice(0, 10);
}

/** 2024年5月18日(周六) */
export function formatDate(isoDate: string): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) {
    return isoDate;
  }
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日(${WEEKDAYS[date.getUTCDay()]})`;
}

/** 5月18日 */
export function formatDay(isoDate: string): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}

/** 14:00, or 14:00:05 with seconds */
export function formatTime(instant: Instant, seconds = false): string {
  const date = wall(instant);
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  return seconds ? `${time}:${two(date.getUTCSeconds())}` : time;
}

/** 2024年5月18日(周六) 14:00 */
export function formatDateTime(instant: Instant, seconds = false): string {
  return `${formatDate(isoDateOf(instant))} ${formatTime(instant, seconds)}`;
}

/** The last second before a half-open end: 2024-04-30T00:00 closes on 2024年4月29日(周一) 23:59:59. */
export function formatClosing(closesAt: Instant): string {
  return formatDateTime(millis(closesAt) - 1000, true);
}

/** 5月6日–5月17日; an end that is not stated reads 起 or 截止. */
export function formatSpan(from: string | null | undefined, to: string | null | undefined): string {
  if (from && to) {
    return from === to ? formatDay(from) : `${formatDay(from)}–${formatDay(to)}`;
  }
  if (from) {
    return `${formatDay(from)}起`;
  }
  return to ? `${formatDay(to)}截止` : '未定';
}

/** ¥1,234.00; exact for any number of digits, since amounts travel as decimal text. */
export function formatMoney(amount: string | number): string {
  const [whole = '0', fraction = ''] = String(amount).replace('-', '').split('.');
  const sign = String(amount).startsWith('-') ? '-' : '';
  return `${sign}¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction.padEnd(2, '0')}`;
}

/** 7 天 15 小时; under a day 15 小时 3 分; under an hour 3 分钟; never negative. */
export function formatDuration(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) {
    return `${days} 天 ${hours} 小时`;
  }
  return hours > 0 ? `${hours} 小时 ${minutes % 60} 分` : `${minutes} 分钟`;
}

/** 1,234, or 10,000+ when the server stopped counting. */
export function formatCount(count: number, capped = false): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')}${capped ? '+' : ''}`;
}
