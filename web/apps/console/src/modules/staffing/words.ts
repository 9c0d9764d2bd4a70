import { dayNumber, formatDay, formatDateTime, formatDuration, formatTime, isoDateOf } from '@onex/ui';
import { ApiProblem } from '../../api/problem.ts';
import { hasMessage, t } from '../../i18n.ts';
import type { Invigilator, SiteStaffing, StaffingRoom } from './types.ts';

interface Said {
  tone: 'neutral' | 'primary' | 'success' | 'warning' | 'danger';
  words: string;
}

/** How long an application has waited and until when it is to be decided; nothing for any other state. */
export function waitedInWords({ state, since, dueBy }: Pick<Invigilator, 'state' | 'since' | 'dueBy'>, now: number): string {
  if (state !== 'PENDING') {
    return '';
  }
  return t('staffing.waited', { age: formatDuration(now - Date.parse(since)), due: dueBy && formatDay(dueBy) });
}

/** How near the day is by which an application is to be decided; nothing as long as it is not near. */
export function dueInWords({ state, dueBy, overdue }: Pick<Invigilator, 'state' | 'dueBy' | 'overdue'>, now: number): Said | null {
  if (state !== 'PENDING' || dueBy === null) {
    return null;
  }
  const days = dayNumber(dueBy) - dayNumber(isoDateOf(now));
  if (overdue) {
    return { tone: 'danger', words: t('staffing.overdue', { days: days < 0 ? -days : null }) };
  }
  return days <= 0 ? { tone: 'warning', words: t('staffing.dueToday') } : null;
}

/** Whether a room has as many invigilators as it needs. */
export function staffInWords({ required, missing, invigilators }: Pick<StaffingRoom, 'required' | 'missing' | 'invigilators'>): Said {
  const facts = { required, missing, assigned: invigilators.length };
  return missing > 0
    ? { tone: 'warning', words: t('staffing.room.missing', facts) }
    : { tone: 'success', words: t('staffing.room.full', facts) };
}

/** What a site still lacks. */
export function siteInWords({ rooms }: Pick<SiteStaffing, 'rooms'>): Said {
  const missing = rooms.reduce((sum, room) => sum + room.missing, 0);
  const lacking = rooms.filter((room) => room.missing > 0).length;
  return missing > 0
    ? { tone: 'warning', words: t('staffing.site.missing', { rooms: lacking, missing }) }
    : { tone: 'success', words: t('staffing.site.full', { rooms: rooms.length }) };
}

/** Who is in a room and has no PIN that counts; they need new ones issued. */
export const withoutPin = ({ rooms }: Pick<SiteStaffing, 'rooms'>): number =>
  new Set(rooms.flatMap((room) => room.invigilators.filter((one) => !one.hasPin).map((one) => one.id))).size;

/** 2024年5月18日(周六) 08:30–11:45 */
export const hoursInWords = (opens: string, closes: string): string => `${formatDateTime(opens)}–${formatTime(closes)}`;

export const slotInWords = ({ opening }: Pick<StaffingRoom, 'opening'>): string =>
  t('staffing.slot', { number: opening.slot, hours: hoursInWords(opening.opens, opening.closes) });

/** 1234 5678, to be read aloud and typed. */
export const pinInWords = (pin: string): string => pin.replace(/(.{4})(?=.)/g, '$1 ');

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** A refusal that names fields by the words beside them, and whose instants read as everywhere else. */
export function inWords(problem: ApiProblem): ApiProblem {
  const said = ([name, value]: [string, unknown]): [string, unknown] => {
    if (name === 'field' && hasMessage(`staffing.fields.${String(value)}`)) {
      return [name, t(`staffing.fields.${String(value)}`)];
    }
    return [name, typeof value === 'string' && INSTANT.test(value) ? formatDateTime(value) : value];
  };
  const facts = Object.fromEntries(Object.entries(problem.facts).map(said));
  return new ApiProblem(problem.status, problem.code, facts, problem.problems, problem.retryAfterSeconds);
}

/** Who is in another room of the site at that time, and in which; whether they are busy elsewhere the server knows. */
export function busyElsewhere(rooms: StaffingRoom[], at: StaffingRoom): Map<string, number> {
  const other = rooms.filter(({ opening }) => opening.slot === at.opening.slot && opening.id !== at.opening.id);
  return new Map(other.flatMap(({ opening, invigilators }) => invigilators.map(({ id }) => [id, opening.number] as const)));
}
