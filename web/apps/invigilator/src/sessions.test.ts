import { describe, expect, it } from 'vitest';
import { areSeveral, subjectsOf, windowOf } from './sessions.ts';
import { aSession } from './testing.ts';

const THEORY = aSession('理论');
const PRACTICE = aSession('实操', { opensAt: '2024-05-18T15:00:00+08:00', closesAt: '2024-05-18T16:30:00+08:00' });

describe('the sessions of a slot', () => {
  it('are named by level, with its subjects in their order', () => {
    expect(subjectsOf([THEORY, PRACTICE, aSession('理论', { level: '中级' })])).toEqual([
      '网店运营推广 初级 理论、实操',
      '网店运营推广 中级 理论',
    ]);
  });

  it('last from the first start to the last end, in whichever order they stand', () => {
    const whole = { opensAt: '2024-05-18T14:00:00+08:00', closesAt: '2024-05-18T16:30:00+08:00' };
    expect([windowOf([THEORY, PRACTICE]), windowOf([PRACTICE, THEORY])]).toEqual([whole, whole]);
  });

  it('need a name at every seat only if there are several subjects', () => {
    expect([areSeveral([THEORY]), areSeveral([THEORY, aSession('理论', { level: '中级' })]), areSeveral([THEORY, PRACTICE])]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
