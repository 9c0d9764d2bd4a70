/** What a seat's figures mean to somebody who looks after a room. */
import type { Seat } from './node.ts';

export const LATE_MS = 15_000;

/** How a seat stands: the states of the protocol, and lost for a running one that has fallen silent. */
export type Standing = 'EXPECTED' | 'ENTERED' | 'RUNNING' | 'LOST' | 'HANDED_IN';
export type Filter = 'ALL' | Standing;

export const FILTERS: Filter[] = ['ALL', 'ENTERED', 'RUNNING', 'HANDED_IN', 'EXPECTED', 'LOST'];

/** A beat is due every five seconds; none at all for as long is as bad as an old one. */
export function isLost(seat: Seat): boolean {
  return seat.state === 'RUNNING' && (seat.lastBeatMsAgo ?? seat.unheardMs ?? Infinity) > LATE_MS;
}

export function standing(seat: Seat): Standing {
  return isLost(seat) ? 'LOST' : seat.state;
}

/** One place, also when its candidate has not come yet. */
export const keyOf = (seat: Seat): string => `${seat.room}/${seat.seat}`;

/** The seats of each room, in the order in which they come. */
export function byRoom(seats: readonly Seat[]): [string, Seat[]][] {
  const rooms = new Map<string, Seat[]>();
  for (const seat of seats) {
    rooms.set(seat.room, [...(rooms.get(seat.room) ?? []), seat]);
  }
  return [...rooms];
}

export function inSeatOrder(seats: readonly Seat[], rooms: readonly string[]): Seat[] {
  const place = (seat: Seat): number => rooms.indexOf(seat.room);
  return [...seats].sort((a, b) => place(a) - place(b) || a.seat - b.seat);
}

/** The lost are counted among the running too: they are people at work whose line is down. */
function stands(seat: Seat, filter: Filter): boolean {
  return filter === 'ALL' || (filter === 'LOST' ? isLost(seat) : seat.state === filter);
}

export function count(seats: readonly Seat[]): Record<Filter, number> {
  const of = (filter: Filter): number => seats.filter((seat) => stands(seat, filter)).length;
  return Object.fromEntries(FILTERS.map((filter) => [filter, of(filter)])) as Record<Filter, number>;
}

/** Up to three digits are a seat; more are part of a ticket; anything else is part of a name. */
function matches(seat: Seat, words: string): boolean {
  if (/^\d{1,3}$/.test(words)) {
    return seat.seat === Number(words);
  }
  return /^\d+$/.test(words) ? seat.ticket.includes(words) : seat.name.toLowerCase().includes(words.toLowerCase());
}

export function choose(seats: readonly Seat[], filter: Filter, search: string): Seat[] {
  const words = search.normalize('NFKC').replace(/\s/g, '');
  return seats.filter((seat) => stands(seat, filter) && (words === '' || matches(seat, words)));
}

/** Whom a word to the room reaches: everybody who sits there and has not handed in. */
export function listeners(seats: readonly Seat[]): Seat[] {
  return seats.filter((seat) => seat.attempt !== null && (seat.state === 'ENTERED' || seat.state === 'RUNNING'));
}

const LONGEST_DRIFT_MS = 4000;

/**
 * How much older the picture is than when it came. Nothing while the node is away, or every seat would seem silent; and not more than two
 * rounds, since a browser that was put to sleep knows nothing of the time between.
 */
export function drift(seenAt: number, now: number, lost: boolean): number {
  return lost ? 0 : Math.min(Math.max(0, now - seenAt), LONGEST_DRIFT_MS);
}

/** 1:02:05 or 45:12; never below zero. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
