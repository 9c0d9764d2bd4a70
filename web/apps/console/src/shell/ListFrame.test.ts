import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { ref } from 'vue';
import ListFrame from './ListFrame.vue';
import type { Page } from './useList.ts';

function frameOf(page: Page<string> | null) {
  const list = {
    data: ref(page),
    problem: ref(null),
    waiting: ref(page === null),
    load: vi.fn(async () => undefined),
    hasPrevious: ref(false),
    next: vi.fn(),
    previous: vi.fn(),
  };
  const slots = { default: '<template #default="{ items }"><b>{{ items.join() }}</b></template>', none: '<i>begin here</i>' };
  return { list, frame: mount(ListFrame, { props: { list, none: 'nothing', hint: 'why' }, slots }) };
}

const total = { count: 3, capped: false };

describe('the frame of a list', () => {
  it('shows the rows and leads on', async () => {
    const { list, frame } = frameOf({ items: ['a', 'b'], total, next: 'k' });
    expect(frame.get('b').text()).toBe('a,b');
    expect(frame.text()).not.toContain('nothing');
    const [previous, next] = frame.findAll('button');
    expect([previous?.element.disabled, next?.element.disabled]).toEqual([true, false]);
    await next?.trigger('click');
    expect(list.next).toHaveBeenCalledOnce();
  });

  it('says why there are none and what to do about it', () => {
    const { frame } = frameOf({ items: [], total: { count: 0, capped: false }, next: null });
    expect(frame.text()).toContain('nothing');
    expect(frame.get('i').text()).toBe('begin here');
    expect(frame.find('b').exists()).toBe(false);
  });

  it('shows nothing of a list that has not been answered', () => {
    const { frame } = frameOf(null);
    expect(frame.find('b').exists() || frame.text().includes('nothing')).toBe(false);
  });
});
