import { flushPromises, mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const { asked } = vi.hoisted(() => {
  const asked: (string | null)[] = [];
  const plan = (code: string, name: string): object => ({ code, name, deadline: '2024-04-29', phase: 'OPEN', awardingBody: {} });
  const all = [plan('HK-1', '第一次统考'), plan('HK-2', '第二次统考')];
  globalThis.fetch = async (input) => {
    const q = new URL((input as Request).url).searchParams.get('q');
    asked.push(q);
    const items = all.filter((one) => JSON.stringify(one).includes(q ?? ''));
    return new Response(JSON.stringify({ items, next: null, total: { count: 0, capped: false } }), {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
    });
  };
  return { asked };
});

const { default: PlanSelect } = await import('./PlanSelect.vue');

async function select(plan?: string) {
  const page = mount(PlanSelect, { props: { id: 'p', plan, name: undefined }, global: { plugins: [createPinia()] } });
  await flushPromises();
  const box = page.get<HTMLInputElement>('input');
  const type = async (words: string): Promise<void> => {
    await box.setValue(words);
    await vi.advanceTimersByTimeAsync(300);
    await flushPromises();
  };
  return { page, box, type, chosen: () => page.emitted('choose') };
}

describe('the choice of a plan', () => {
  beforeEach(() => {
    asked.length = 0;
    vi.useFakeTimers();
  });

  it('shows the name of the one that is chosen', async () => {
    expect((await select('HK-2')).box.element.value).toBe('第二次统考');
  });

  it('asks the server once somebody stops typing, and Enter takes the first that was found', async () => {
    const { box, type, chosen } = await select();
    await box.setValue('第');
    await box.trigger('keydown', { key: 'Enter' });
    expect(chosen()).toBeUndefined();
    await type('第二');
    expect(asked).toEqual([null, '第二']);
    await box.trigger('keydown', { key: 'Enter' });
    expect(chosen()).toEqual([['HK-2']]);
  });

  it('goes round with the arrows, and the first entry is no plan at all', async () => {
    const { box, chosen } = await select('HK-2');
    await box.trigger('keydown', { key: 'ArrowDown' });
    await box.trigger('keydown', { key: 'ArrowDown' });
    await box.trigger('keydown', { key: 'Enter' });
    expect(chosen()).toEqual([[undefined]]);
  });

  it('is left as it was by Escape', async () => {
    const { box, type, chosen } = await select('HK-1');
    await type('第二');
    await box.trigger('keydown', { key: 'Escape' });
    expect(box.element.value).toBe('第一次统考');
    expect(box.attributes('aria-expanded')).toBe('false');
    expect(chosen()).toBeUndefined();
  });

  it('says when there is no such plan', async () => {
    const { page, type } = await select();
    await type('没有的');
    expect(page.text()).toContain('没有这样的考试计划');
  });
});
