import { effectScope, nextTick, ref } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePolling } from './usePolling.ts';

describe('polling', () => {
  const running = ref(true);
  const ask = vi.fn(async () => undefined);
  let hidden = false;

  beforeEach(() => {
    vi.useFakeTimers();
    running.value = true;
    hidden = false;
    ask.mockClear();
    vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  });
  afterEach(() => void vi.useRealTimers());

  it('asks after a second at first, then less often, but at least every five seconds', async () => {
    const scope = effectScope();
    scope.run(() => usePolling(ask, () => running.value));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(60_000);
    ask.mockClear();
    await vi.advanceTimersByTimeAsync(50_000);
    expect(ask).toHaveBeenCalledTimes(10);
    scope.stop();
  });

  it('ends when nothing runs any more, and begins again with what begins', async () => {
    const scope = effectScope();
    scope.run(() => usePolling(ask, () => running.value));
    running.value = false;
    await nextTick();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).not.toHaveBeenCalled();
    running.value = true;
    await nextTick();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(1);
    scope.stop();
  });

  it('does not ask while nobody looks at the page', async () => {
    const scope = effectScope();
    scope.run(() => usePolling(ask, () => running.value));
    hidden = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ask).not.toHaveBeenCalled();
    hidden = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask).toHaveBeenCalledTimes(1);
    scope.stop();
  });

  it('ends with the page', async () => {
    const scope = effectScope();
    scope.run(() => usePolling(ask, () => running.value));
    scope.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).not.toHaveBeenCalled();
  });
});
