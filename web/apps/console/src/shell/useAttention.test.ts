import { effectScope } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useAttention } from './useAttention.ts';

const MINUTE = 60_000;

describe('attention', () => {
  let scope = effectScope();
  beforeEach(() => {
    vi.useFakeTimers();
    scope = effectScope();
  });
  afterEach(() => {
    scope.stop();
    vi.useRealTimers();
  });

  it('ends ten minutes after the last sign of somebody, and comes back with the next', () => {
    const here = scope.run(useAttention);
    vi.advanceTimersByTime(9 * MINUTE);
    window.dispatchEvent(new Event('keydown'));
    vi.advanceTimersByTime(9 * MINUTE);
    expect(here?.value).toBe(true);
    vi.advanceTimersByTime(2 * MINUTE);
    expect(here?.value).toBe(false);
    window.dispatchEvent(new Event('pointermove'));
    expect(here?.value).toBe(true);
  });

  it('is not looked for once the page is left', () => {
    const here = scope.run(useAttention);
    vi.advanceTimersByTime(11 * MINUTE);
    scope.stop();
    window.dispatchEvent(new Event('keydown'));
    expect(here?.value).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
