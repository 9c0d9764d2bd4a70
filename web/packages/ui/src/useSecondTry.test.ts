import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent } from 'vue';
import { useSecondTry } from './useSecondTry.ts';

const Image = defineComponent({ setup: () => useSecondTry(), render: () => null });

describe('an image that did not come', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is asked for once more a moment later, and then no more', () => {
    const image = mount(Image).vm;
    image.failed();
    vi.advanceTimersByTime(2999);
    expect(image.tries).toBe(1);
    vi.advanceTimersByTime(1);
    expect(image.tries).toBe(2);
    expect(image.away).toBe(false);
    image.failed();
    expect(image.away).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not waited for once the page is left', () => {
    const page = mount(Image);
    page.vm.failed();
    page.unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
