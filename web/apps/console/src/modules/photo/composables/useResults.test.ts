import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { defineComponent, h, reactive } from 'vue';
import type { Archive } from '../types.ts';

const { asked } = vi.hoisted(() => {
  const asked: (string | null)[] = [];
  globalThis.fetch = async (input) => {
    asked.push(new URL((input as Request).url).searchParams.get('outcome'));
    const page = { items: [], next: null, total: { count: 0, capped: false } };
    return new Response(JSON.stringify(page), { status: 200, headers: { 'Content-Type': 'application/json' } });
  };
  return { asked };
});

const { useResults } = await import('./useResults.ts');

async function resultsOf(counts: Archive['counts'], address: string) {
  const archive = reactive({ id: '7', counts: { ...counts } }) as unknown as Archive;
  let results = null as unknown as ReturnType<typeof useResults>;
  const page = defineComponent({
    setup() {
      results = useResults(() => archive);
      return () => h('p');
    },
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', name: 'one', component: page }] });
  await router.push(address);
  mount(page, { global: { plugins: [router] } });
  await flushPromises();
  return { results, archive };
}

describe('the results of an archive', () => {
  beforeEach(() => void (asked.length = 0));

  it('are the refused where there are any, otherwise the kept, unless the address says which', async () => {
    await resultsOf({ kept: 2, refused: 1, skipped: 0 }, '/');
    await resultsOf({ kept: 2, refused: 0, skipped: 0 }, '/');
    await resultsOf({ kept: 2, refused: 1, skipped: 0 }, '/?outcome=KEPT');
    expect(asked).toEqual(['REFUSED', 'KEPT', 'KEPT']);
  });

  it('are asked for again when more photos have been looked at', async () => {
    const { archive } = await resultsOf({ kept: 0, refused: 1, skipped: 0 }, '/');
    archive.counts = { kept: 50, refused: 1, skipped: 0 };
    await flushPromises();
    expect(asked).toEqual(['REFUSED', 'REFUSED']);
  });
});
