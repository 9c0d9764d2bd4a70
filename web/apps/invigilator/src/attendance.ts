/** Who came and who did not, as people see it; beside it stands what the machines know. */
import { formatTime } from '@onex/ui';
import type { Attendance, Seat } from './node.ts';
import { fill, words } from './words.ts';

export type Roll = 'ALL' | 'OPEN' | Attendance;
export const ROLLS: Roll[] = ['ALL', 'OPEN', 'PRESENT', 'ABSENT'];

export const isHere = (seat: Seat): boolean => seat.state !== 'EXPECTED';

/** Whether somebody who has not come may still be let in. */
export function mayStillCome(seat: Seat, now: number | null): boolean {
  return seat.lateUntil !== null && (now === null || now < Date.parse(seat.lateUntil));
}

/** Why nobody may write down that this candidate is absent; null if that may be done. */
export function whyNotAbsent(seat: Seat, now: number | null): string | null {
  if (isHere(seat)) {
    return words.roll.isHere;
  }
  return mayStillCome(seat, now) ? fill(words.roll.mayStillCome, { time: formatTime(seat.lateUntil ?? '') }) : null;
}

/** What people wrote down and what the machines know say different things: somebody has to look. */
export function contradiction(seat: Seat, now: number | null): string | null {
  if (seat.attendance === 'ABSENT' && isHere(seat)) {
    return words.roll.absentButHere;
  }
  return seat.attendance === 'PRESENT' && !isHere(seat) && !mayStillCome(seat, now) ? words.roll.presentButNotHere : null;
}

const stands = (seat: Seat, roll: Roll): boolean =>
  roll === 'ALL' || (roll === 'OPEN' ? seat.attendance === null : seat.attendance === roll);

export const onRoll = (seats: readonly Seat[], roll: Roll): Seat[] => seats.filter((seat) => stands(seat, roll));

/** Of whom nothing is written down yet, though the machines leave no doubt. */
export function obvious(seats: readonly Seat[], attendance: Attendance, now: number | null): Seat[] {
  const open = seats.filter((seat) => seat.attempt !== null && seat.attendance === null);
  return open.filter((seat) => (attendance === 'PRESENT' ? isHere(seat) : whyNotAbsent(seat, now) === null));
}

/** When the first of those who have not come is too late; null if nobody is awaited. */
export function firstLimit(seats: readonly Seat[]): number | null {
  const limits = seats.filter((seat) => !isHere(seat) && seat.lateUntil !== null).map((seat) => Date.parse(seat.lateUntil ?? ''));
  return limits.length === 0 ? null : Math.min(...limits);
}
