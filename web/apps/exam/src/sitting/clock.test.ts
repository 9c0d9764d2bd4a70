// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { Countdown, inShanghai, mmss, NodeTime, Thresholds } from './clock.ts';
import { ManualClock } from './testing.ts';

const minutes = (n: number) => n * 60_000;

describe('the thresholds', () => {
  it('are said once each, when they are passed', () => {
    const thresholds = new Thresholds();
    const said = [31, 30, 29.9, 11, 10, 9, 5.01, 5, 2, 1, 0.5, 0].map((left) => thresholds.passed(minutes(left)));
    expect(said).toEqual([null, 30, null, null, 10, null, null, 5, null, 1, null, null]);
  });

  it('that had passed before the first look are not said', () => {
    const thresholds = new Thresholds();
    expect(thresholds.passed(minutes(9))).toBeNull();
    expect(thresholds.passed(minutes(5))).toBe(5);
  });

  it('passed at once are said as the last one', () => {
    const thresholds = new Thresholds();
    thresholds.passed(minutes(40));
    expect(thresholds.passed(minutes(4))).toBe(5);
  });

  it('are said again after an extension', () => {
    const thresholds = new Thresholds();
    expect([12, 10, 25, 10].map((left) => thresholds.passed(minutes(left)))).toEqual([null, 10, null, 10]);
  });
});

describe('the countdown', () => {
  it('runs with the clock that only goes forward, and ends at nothing', async () => {
    const clock = new ManualClock();
    const countdown = new Countdown(clock);
    expect(countdown.remaining()).toBeNull();
    countdown.set(5000);
    await clock.advance(1500);
    expect(countdown.remaining()).toBe(3500);
    await clock.advance(9000);
    expect(countdown.remaining()).toBe(0);
  });

  it('shows minutes and seconds, and 00:00 only when nothing is left', () => {
    expect([3_600_000, 60_001, 59_000, 1, 0].map(mmss)).toEqual(['60:00', '01:01', '00:59', '00:01', '00:00']);
  });
});

describe("the node's time", () => {
  it('goes on from its last answer, whatever the date of the machine is', async () => {
    const clock = new ManualClock();
    const time = new NodeTime(clock, () => 0);
    expect(time.iso()).toBe('1970-01-01T08:00:00.000+08:00');
    time.set('2024-05-18T14:03:20+08:00');
    await clock.advance(2120);
    expect(time.iso()).toBe('2024-05-18T14:03:22.120+08:00');
    expect(time.wallTime()).toBe('14:03:22');
    time.set('no time at all');
    expect(time.wallTime()).toBe('14:03:22');
  });

  it('is written in the zone of the exam', () => {
    expect(inShanghai(Date.parse('2024-05-17T23:30:00Z'))).toBe('2024-05-18T07:30:00.000+08:00');
  });
});
