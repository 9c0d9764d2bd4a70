import { describe, expect, it } from 'vitest';
import { move, type Place } from './moving.ts';

/** Two rooms: three columns, the first room has five seats, the second two. */
const PLACES: Place[] = [
  ...[0, 1, 2].map((column) => ({ left: column * 100, top: 0 })),
  ...[0, 1].map((column) => ({ left: column * 100, top: 80 })),
  ...[0, 1].map((column) => ({ left: column * 100, top: 300 })),
];

describe('the arrow keys', () => {
  it('go along the seats and stop at both ends', () => {
    expect(move(PLACES, 2, 'ArrowRight')).toBe(3);
    expect(move(PLACES, 0, 'ArrowLeft')).toBe(0);
    expect(move(PLACES, 6, 'ArrowRight')).toBe(6);
  });

  it('go to the seat below, also where the row is shorter or the room ends', () => {
    expect(move(PLACES, 1, 'ArrowDown')).toBe(4);
    expect(move(PLACES, 2, 'ArrowDown')).toBe(4);
    expect(move(PLACES, 4, 'ArrowDown')).toBe(6);
    expect(move(PLACES, 6, 'ArrowUp')).toBe(4);
  });

  it('stay in the first and the last row', () => {
    expect(move(PLACES, 2, 'ArrowUp')).toBe(2);
    expect(move(PLACES, 5, 'ArrowDown')).toBe(5);
  });

  it('leave other keys to the browser', () => {
    expect(move(PLACES, 0, 'Tab')).toBeNull();
    expect([move(PLACES, 3, 'Home'), move(PLACES, 3, 'End')]).toEqual([0, 6]);
  });
});
