import { describe, expect, it } from 'vitest';
import { shanghai } from './useAdvance.ts';

describe('the time that the clock is moved to', () => {
  it('is Shanghai time, whatever the browser’s zone', () => {
    expect(shanghai('2024-04-30T09:00')).toBe('2024-04-30T09:00:00+08:00');
    expect(shanghai('2024-04-30T09:00:30')).toBe('2024-04-30T09:00:30+08:00');
  });
});
