import { mount } from '@vue/test-utils';
import { createMemoryHistory, createRouter } from 'vue-router';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h, nextTick } from 'vue';
import { useListPlace } from './useListPlace.ts';

async function listAt(address: string) {
  const load = vi.fn(async () => undefined);
  let place = null as unknown as ReturnType<typeof useListPlace>;
  const list = defineComponent({
    setup() {
      place = useListPlace();
      place.follow(load);
      return () => h('p');
    },
  });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/list', name: 'list', component: list },
      { path: '/other', name: 'other', component: { render: () => null } },
    ],
  });
  await router.push(address);
  mount(list, { global: { plugins: [router] } });
  const settled = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await nextTick();
  };
  return { place, router, load, settled };
}

describe('the place in a list', () => {
  it('is what the address says, and goes on from there with the filters kept', async () => {
    const { place, router, load, settled } = await listAt('/list?q=%20a%20&state=');
    expect([place.word('q'), place.word('state'), place.hasPrevious.value]).toEqual(['a', undefined, false]);
    expect(load).toHaveBeenCalledTimes(1);
    place.next('k1');
    await settled();
    expect(router.currentRoute.value.fullPath).toContain('after=k1');
    expect(router.currentRoute.value.query.q).toBe(' a ');
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('is the beginning again under other filters', async () => {
    const { place, router, settled } = await listAt('/list?after=k1&q=a');
    expect(place.hasPrevious.value).toBe(true);
    place.filter({ q: 'b', state: undefined });
    await settled();
    expect(router.currentRoute.value.query).toEqual({ q: 'b' });
  });

  it('does not ask for a page that people leave', async () => {
    const { router, load, settled } = await listAt('/list?q=a');
    await router.push('/other');
    await settled();
    expect(load).toHaveBeenCalledTimes(1);
  });
});
