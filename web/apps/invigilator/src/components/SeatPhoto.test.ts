import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { words } from '../words.ts';
import SeatPhoto from './SeatPhoto.vue';

describe('a photo', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('that did not come is a new picture at its second try, and words after it', async () => {
    const page = mount(SeatPhoto, { props: { attempt: 'a', name: '模拟考生001' } });
    const first = page.find('img').element;
    await page.find('img').trigger('error');
    await vi.runAllTimersAsync();
    expect(page.find('img').element).not.toBe(first);
    await page.find('img').trigger('error');
    expect(page.find('img').exists()).toBe(false);
    expect(page.text()).toBe(words.panel.photoAway);
  });
});
