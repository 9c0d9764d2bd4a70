import { expect, it } from 'vitest';
import { isLost, LATE_MS } from './seats.ts';
import { createSilence } from './silence.ts';
import { aSeat } from './testing.ts';

const UNHEARD = { lastBeatMsAgo: null };

it('a seat that has just started is given the time of its first beats', () => {
  let now = 5000;
  const watch = createSilence(() => now);
  const lost = (): boolean[] => watch([aSeat(1, UNHEARD), aSeat(2)]).map(isLost);
  expect(lost()).toEqual([false, false]);
  now += LATE_MS;
  expect(lost()).toEqual([false, false]);
  now += 1;
  expect(lost()).toEqual([true, false]);
});

it('a beat in between begins the time anew', () => {
  let now = 0;
  const watch = createSilence(() => now);
  watch([aSeat(1, UNHEARD)]);
  now = LATE_MS;
  watch([aSeat(1)]);
  now = 2 * LATE_MS;
  expect(watch([aSeat(1, UNHEARD)]).map(isLost)).toEqual([false]);
});
