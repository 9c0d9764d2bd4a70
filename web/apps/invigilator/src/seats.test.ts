import { describe, expect, it } from 'vitest';
import { choose, clockOf, count, drift, inSeatOrder, isLost, LATE_MS, listeners, standing } from './seats.ts';
import { aSeat } from './testing.ts';

describe('a running seat', () => {
  it('is lost when its last beat is older than fifteen seconds, and not before', () => {
    expect(isLost(aSeat(1, { lastBeatMsAgo: LATE_MS }))).toBe(false);
    expect(isLost(aSeat(1, { lastBeatMsAgo: LATE_MS + 1 }))).toBe(true);
  });

  it('that was never heard for as long is lost', () => {
    expect(standing(aSeat(1, { lastBeatMsAgo: null }))).toBe('LOST');
  });
});

it.each(['EXPECTED', 'ENTERED', 'HANDED_IN'] as const)('a seat that is %s is never lost', (state) => {
  expect(standing(aSeat(1, { state, lastBeatMsAgo: 3_600_000 }))).toBe(state);
});

const ROOM = [
  aSeat(1),
  aSeat(2, { lastBeatMsAgo: 20_000, name: '阿卜杜热合曼·Maimaiti' }),
  aSeat(3, { state: 'ENTERED' }),
  aSeat(4, { state: 'HANDED_IN' }),
  aSeat(5, { state: 'EXPECTED', attempt: null }),
  aSeat(14, { ticket: '2405180000009914' }),
];
const numbers = (seats: { seat: number }[]): number[] => seats.map((seat) => seat.seat);

describe('the counters', () => {
  it('add up to everybody expected; the lost are among the running', () => {
    const counts = count(ROOM);
    expect(counts).toEqual({ ALL: 6, ENTERED: 1, RUNNING: 3, HANDED_IN: 1, EXPECTED: 1, LOST: 1 });
    expect(counts.ENTERED + counts.RUNNING + counts.HANDED_IN + counts.EXPECTED).toBe(counts.ALL);
  });
});

describe('choosing', () => {
  it('by state keeps those that stand so', () => {
    expect(numbers(choose(ROOM, 'RUNNING', ''))).toEqual([1, 2, 14]);
    expect(numbers(choose(ROOM, 'LOST', ''))).toEqual([2]);
    expect(numbers(choose(ROOM, 'EXPECTED', ''))).toEqual([5]);
  });

  it('by up to three digits means the seat, however it is written', () => {
    expect(numbers(choose(ROOM, 'ALL', '4'))).toEqual([4]);
    expect(numbers(choose(ROOM, 'ALL', ' 004 '))).toEqual([4]);
    expect(numbers(choose(ROOM, 'ALL', '１４'))).toEqual([14]);
  });

  it('by more digits means part of the ticket', () => {
    expect(numbers(choose(ROOM, 'ALL', '9914'))).toEqual([14]);
  });

  it('by words means part of the name, in any case', () => {
    expect(numbers(choose(ROOM, 'ALL', 'maimai'))).toEqual([2]);
    expect(numbers(choose(ROOM, 'ALL', '考生005'))).toEqual([5]);
  });

  it('by both needs both', () => {
    expect(choose(ROOM, 'HANDED_IN', '1')).toEqual([]);
  });
});

describe('the order', () => {
  it('is by room as it is listed, then by seat as a number', () => {
    const seats = [aSeat(10, { room: '乙' }), aSeat(9, { room: '乙' }), aSeat(30, { room: '甲' })];
    expect(numbers(inSeatOrder(seats, ['甲', '乙']))).toEqual([30, 9, 10]);
  });
});

describe('a word to the room', () => {
  it('goes to those who sit there and still work', () => {
    expect(numbers(listeners(ROOM))).toEqual([1, 2, 3, 14]);
  });
});

describe('a picture grows older', () => {
  it('with the time since it came', () => {
    expect(drift(1000, 2500, false)).toBe(1500);
  });

  it('not at all while the node is away, or everybody would seem to be silent', () => {
    expect(drift(1000, 60_000, true)).toBe(0);
  });

  it('by no more than two rounds after the machine slept, and never backwards', () => {
    expect(drift(1000, 600_000, false)).toBe(4000);
    expect(drift(1000, 900, false)).toBe(0);
  });
});

it.each([
  [0, '00:00'],
  [-5, '00:00'],
  [59_999, '00:59'],
  [3_599_000, '59:59'],
  [3_725_000, '1:02:05'],
])('%d ms read %s', (milliseconds, words) => {
  expect(clockOf(milliseconds)).toBe(words);
});
