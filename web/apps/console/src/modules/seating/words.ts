import { formatCount, formatDate, formatDateTime, formatTime, isoDateOf } from '@onex/ui';
import { ApiProblem } from '../../api/problem.ts';
import { hasMessage, t, type Facts } from '../../i18n.ts';
import type { Job, Outcome } from '../../shell/jobs.ts';
import type { Place } from './map.ts';
import type { Level, Room, SeatView, SiteSeating, Slot } from './types.ts';

type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger';

export interface Said {
  tone: Tone;
  words: string;
}

/** 2024年5月18日(周六) 08:30–11:45 */
export function hoursInWords(opens: string, closes: string): string {
  const sameDay = isoDateOf(opens) === isoDateOf(closes);
  return `${formatDateTime(opens)}–${sameDay ? formatTime(closes) : formatDateTime(closes)}`;
}

export const slotInWords = (slot: Pick<Slot, 'number' | 'opens' | 'closes'>): string =>
  t('seating.slot', { number: slot.number, hours: hoursInWords(slot.opens, slot.closes) });

export const offeredInWords = (qualification: string, level: Level): string =>
  t('seating.offered', { qualification, level: t(`seating.levels.${level}`) });

/** Whether as many seats are open as people come, and by how many they differ; and whether the site has machines for all of them. */
export function balanceInWords({ people, seats }: { people: number; seats: number }, machines = people): Said {
  const facts = { people, seats, machines, lack: people - machines, missing: people - seats, over: seats - people };
  if (people === seats) {
    return people === 0
      ? { tone: 'neutral', words: t('seating.balance.nobody') }
      : { tone: 'success', words: t('seating.balance.even', facts) };
  }
  if (people > machines) {
    return { tone: 'danger', words: t('seating.balance.machines', facts) };
  }
  const key = seats === 0 ? 'none' : seats < people ? 'missing' : 'over';
  return { tone: 'warning', words: t(`seating.balance.${key}`, facts) };
}

/** When the first of these hours began, if it has: from then on seats stay as they are. */
export function begunAt(slots: Pick<Slot, 'opens'>[], nowMillis: number): string | null {
  const first = slots.map(({ opens }) => opens).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  return first !== undefined && Date.parse(first) <= nowMillis ? first : null;
}

/** What has to happen next at a site, and who does it. */
export function nextInWords(site: Pick<SiteSeating, 'state' | 'frozen' | 'slots'>, mayOpen: boolean): Said {
  if (site.state === 'ARRANGED') {
    return { tone: 'success', words: t('seating.next.ARRANGED') };
  }
  const uneven = site.slots.filter(({ people, seats }) => people !== seats).map(({ number }) => number);
  const facts: Facts = { slots: uneven };
  if (site.state === 'READY') {
    return { tone: 'primary', words: t(mayOpen ? 'seating.next.READY_COLLEGE' : 'seating.next.READY_BODY') };
  }
  if (site.state === 'REGISTERING') {
    return { tone: 'neutral', words: t('seating.next.REGISTERING') };
  }
  return { tone: 'warning', words: t(mayOpen ? 'seating.next.TO_OPEN_COLLEGE' : 'seating.next.TO_OPEN_BODY', facts) };
}

/** What came of arranging all sites of a plan. */
export function arrangedInWords({ facts }: Pick<Job, 'facts'>): Outcome {
  const { arranged, blocked, people } = facts;
  const counts = {
    arranged: formatCount(Number(arranged ?? 0)),
    people: formatCount(Number(people ?? 0)),
    blocked: Number(blocked ?? 0) || null,
  };
  return { tone: counts.blocked ? 'warning' : 'success', words: t('seating.all.done', counts) };
}

/** 3 号 张示范（第1排第3列） */
export const placeInWords = ({ seat, row, column }: Pick<SeatView, 'seat' | 'row' | 'column'>): string =>
  t('seating.place', { seat, row, column });

/** 6222 0212 3456 7890, to be read aloud and compared. */
export const ticketInWords = (ticket: string): string => ticket.replace(/(.{4})(?=.)/g, '$1 ');

/** The last day before a half-open end. */
export const lastDayInWords = (closesAt: string): string => formatDate(isoDateOf(Date.parse(closesAt) - 1));

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** A refusal that names rooms by their names, and whose instants read as everywhere else. */
export function withRoomsInWords(problem: ApiProblem, rooms: Room[]): ApiProblem {
  const said = (value: unknown): unknown => {
    if (typeof value === 'string' && INSTANT.test(value)) {
      return formatDateTime(value);
    }
    const room = rooms.find(({ id }) => id === value);
    return room ? roomInWords(room) : value;
  };
  const level = hasMessage(`seating.levels.${String(problem.facts.level)}`) ? t(`seating.levels.${String(problem.facts.level)}`) : null;
  const facts = Object.fromEntries(Object.entries({ ...problem.facts, level }).map(([name, value]) => [name, said(value)]));
  return new ApiProblem(problem.status, problem.code, facts, problem.problems, problem.retryAfterSeconds);
}

export const roomInWords = ({ building, name }: Pick<Room, 'building' | 'name'>): string =>
  [building, name].filter((word) => word !== '').join(' ');

/** A seat of the map as it is read aloud. */
export function seatInWords({ seat, row, column, who, besideClassmate }: Place): string {
  return t('seating.room.seat', {
    place: placeInWords({ seat, row, column }),
    name: who?.name,
    class: who?.className,
    form: who?.form,
    mate: besideClassmate ? t('seating.room.mateHint') : null,
  });
}

/** Whether somebody is meant by part of their name, a whole seat number or the ticket number as it is printed. */
export function isCalled(who: Pick<SeatView, 'name' | 'seat' | 'ticket'>, typed: string): boolean {
  const words = typed.normalize('NFKC').replace(/\s/g, '');
  if (words === '') {
    return false;
  }
  return who.name.includes(words) || String(who.seat) === words || (words.length >= 8 && who.ticket.includes(words));
}

/** Eighteen characters are an ID number, sixteen digits a ticket number. */
export const looksLikeIdNumber = (typed: string): boolean =>
  /(^|\D)\d{17}[\dXx]|^\d{15}$/.test(typed.normalize('NFKC').replace(/[\s-]/g, ''));
