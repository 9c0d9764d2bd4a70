import { describe, expect, it } from 'vitest';
import { contradiction, firstLimit, obvious, onRoll, whyNotAbsent } from './attendance.ts';
import { aSeat } from './testing.ts';
import { words } from './words.ts';

const LIMIT = Date.parse('2024-05-18T14:30:00+08:00');
const expected = aSeat(1, { state: 'EXPECTED' });
const numbers = (seats: { seat: number }[]): number[] => seats.map((seat) => seat.seat);

describe('an absence', () => {
  it('is not written down as long as the candidate may still come, and says until when', () => {
    expect(whyNotAbsent(expected, LIMIT - 1)).toContain('14:30');
    expect(whyNotAbsent(expected, LIMIT)).toBeNull();
  });

  it('waits for the later limit of whom time was given', () => {
    expect(whyNotAbsent(aSeat(1, { state: 'EXPECTED', lateUntil: '2024-05-18T14:50:00+08:00' }), LIMIT)).toContain('14:50');
  });

  it('is not written down before the node has told its time', () => {
    expect(whyNotAbsent(expected, null)).not.toBeNull();
  });

  it.each(['ENTERED', 'RUNNING', 'HANDED_IN'] as const)('is no matter of somebody who is %s, however late it is', (state) => {
    expect(whyNotAbsent(aSeat(1, { state }), LIMIT + 1)).toBe(words.roll.isHere);
  });
});

describe('what is proposed for many', () => {
  const seats = [
    aSeat(1),
    aSeat(2, { attendance: 'PRESENT' }),
    aSeat(3, { state: 'EXPECTED' }),
    aSeat(4, { state: 'EXPECTED', lateUntil: '2024-05-18T14:50:00+08:00' }),
    aSeat(5, { state: 'HANDED_IN' }),
    aSeat(6, { attempt: null }),
    aSeat(7, { attendance: 'ABSENT' }),
  ];

  it('as present are those whom a machine knows and of whom nothing is written down', () => {
    expect(numbers(obvious(seats, 'PRESENT', LIMIT))).toEqual([1, 5]);
  });

  it('as absent are those who did not come and may come no more', () => {
    expect(numbers(obvious(seats, 'ABSENT', LIMIT))).toEqual([3]);
    expect(obvious(seats, 'ABSENT', LIMIT - 1)).toEqual([]);
  });

  it('has a limit that is the earliest of those who are awaited', () => {
    expect(firstLimit(seats)).toBe(LIMIT);
    expect(firstLimit([aSeat(1), aSeat(2, { state: 'EXPECTED', lateUntil: null })])).toBeNull();
  });

  it('leaves a list of those of whom nothing is written down', () => {
    expect(numbers(onRoll(seats, 'OPEN'))).toEqual([1, 3, 4, 5, 6]);
    expect(numbers(onRoll(seats, 'ABSENT'))).toEqual([7]);
    expect(onRoll(seats, 'ALL')).toHaveLength(seats.length);
  });
});

describe('people and machines', () => {
  it('contradict each other when an absent one sits at a machine, or a present one never came to it', () => {
    expect(contradiction(aSeat(1, { attendance: 'ABSENT' }), LIMIT)).toBe(words.roll.absentButHere);
    expect(contradiction({ ...expected, attendance: 'PRESENT' }, LIMIT)).toBe(words.roll.presentButNotHere);
  });

  it('do not while a present one may still sit down', () => {
    expect(contradiction({ ...expected, attendance: 'PRESENT' }, LIMIT - 1)).toBeNull();
    expect(contradiction({ ...expected, attendance: 'ABSENT' }, LIMIT)).toBeNull();
    expect(contradiction(aSeat(1, { attendance: 'PRESENT' }), LIMIT)).toBeNull();
  });
});
