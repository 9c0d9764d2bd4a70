import { flushPromises, mount } from '@vue/test-utils';
import { createMemoryHistory, createRouter } from 'vue-router';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { useFilteredList } from './useList.ts';

const COLOURS = ['RED', 'BLUE'] as const;

async function listAt(address: string) {
  const ask = vi.fn(async () => ({ items: ['a'], total: { count: 1, capped: false }, next: 'k2' }));
  const use = () => useFilteredList(({ word, oneOf }) => ({ q: word('q'), colour: oneOf('colour', COLOURS) }), ask);
  let list = null as unknown as ReturnType<typeof use>;
  const page = defineComponent({
    setup() {
      list = use();
      return () => h('p');
    },
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/list', name: 'list', component: page }] });
  await router.push(address);
  mount(page, { global: { plugins: [router] } });
  await flushPromises();
  return { list, ask, router };
}

describe('a list with filters', () => {
  it('is asked for what the address says, and for nothing that it does not know', async () => {
    const { list, ask } = await listAt('/list?q=a&colour=GREEN&size=9&after=k1');
    expect(ask.mock.calls).toEqual([[{ q: 'a', colour: undefined, after: 'k1', limit: 20 }]]);
    expect(list.filters.value).toEqual({ q: 'a', colour: undefined });
    expect([list.filtered.value, list.hasPrevious.value, list.data.value?.items]).toEqual([true, true, ['a']]);
  });

  it('begins anew with other filters, and keeps them on the next page', async () => {
    const { list, ask, router } = await listAt('/list?after=k1');
    expect(list.filtered.value).toBe(false);
    list.filter({ q: 'b', colour: 'BLUE' });
    await flushPromises();
    expect(ask.mock.lastCall).toEqual([{ q: 'b', colour: 'BLUE', after: undefined, limit: 20 }]);
    list.next();
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual({ q: 'b', colour: 'BLUE', after: 'k2' });
    expect(ask.mock.lastCall).toEqual([{ q: 'b', colour: 'BLUE', after: 'k2', limit: 20 }]);
  });
});
