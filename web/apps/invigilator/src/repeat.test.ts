import { describe, expect, it } from 'vitest';
import { repeat } from './repeat.ts';
import { handTimers, later, settled, type Later } from './testing.ts';

function slowWork() {
  const rounds: Later<void>[] = [];
  const work = (): Promise<void> => {
    const round: Later<void> = later();
    rounds.push(round);
    return round.promise;
  };
  return { rounds, work };
}

describe('a repetition', () => {
  it('begins the wait when the round has ended, so that no two overlap', async () => {
    const { timers, pass, waitingFor } = handTimers();
    const { rounds, work } = slowWork();
    repeat(work, 2000, timers).start();
    await pass(2000);
    expect(rounds).toHaveLength(1);
    expect(waitingFor(2000)).toBe(0);
    rounds[0]?.resolve();
    await settled();
    expect(waitingFor(2000)).toBe(1);
    await pass(2000);
    expect(rounds).toHaveLength(2);
  });

  it('that is wanted at once in the middle of a round comes right after it, and once', async () => {
    const { timers, pass, waitingFor } = handTimers();
    const { rounds, work } = slowWork();
    const repetition = repeat(work, 2000, timers);
    repetition.start();
    repetition.now();
    repetition.now();
    expect(rounds).toHaveLength(1);
    rounds[0]?.resolve();
    await settled();
    await pass(0);
    expect(rounds).toHaveLength(2);
    rounds[1]?.resolve();
    await settled();
    expect([waitingFor(0), waitingFor(2000)]).toEqual([0, 1]);
  });

  it('that is wanted at once while it waits leaves no second wait behind', async () => {
    const { timers, waitingFor } = handTimers();
    const repetition = repeat(async () => undefined, 2000, timers);
    repetition.start();
    await settled();
    repetition.now();
    await settled();
    expect(waitingFor(2000)).toBe(1);
  });

  it('that was stopped in the middle of a round does not go on', async () => {
    const { timers, waitingFor } = handTimers();
    const { rounds, work } = slowWork();
    const repetition = repeat(work, 2000, timers);
    repetition.start();
    repetition.stop();
    rounds[0]?.resolve();
    await settled();
    repetition.now();
    expect([rounds.length, waitingFor(2000)]).toEqual([1, 0]);
  });
});
