import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import SeatPhoto from './SeatPhoto.vue';

describe('a photo', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('that did not come is asked for once more a moment later, and then no more', async () => {
    const page = mount(SeatPhoto, { props: { attempt: 'a', name: '模拟考生001' } });
    const first = page.find('img').element;
    await page.find('img').trigger('error');
    expect(page.find('img').element).toBe(first);
    vi.advanceTimersByTime(3000);
    await nextTick();
    expect(page.find('img').element).not.toBe(first);
    await page.find('img').trigger('error');
    expect(page.find('img').exists()).toBe(false);
  });
});
