import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import TextAnswer from './parts/TextAnswer.vue';
import type { Item } from './sitting/protocol.ts';
import { PAUSE_MS } from './useDraft.ts';

const ITEM: Item = { id: 'W01', type: 'TEXT', points: 20, stem: '', options: [], maxLength: 500 };

function aField(value = '') {
  let keep: () => void = () => undefined;
  const register = (act: () => void) => {
    keep = act;
    return () => undefined;
  };
  const changes: string[][] = [];
  const onChange = (item: Item, edit: (old: string) => string) => changes.push([item.id, edit('')]);
  const field = mount(TextAnswer, { props: { item: ITEM, value, locked: false, register, onChange } });
  const kept = () => changes;
  return { field, area: field.find('textarea'), kept, keep: () => keep() };
}

describe('what is being typed', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is kept once at a pause, not at every key', async () => {
    const { area, kept } = aField();
    await area.setValue('a');
    vi.advanceTimersByTime(PAUSE_MS - 1);
    await area.setValue('ab');
    vi.advanceTimersByTime(PAUSE_MS - 1);
    expect(kept()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(kept()).toEqual([['W01', 'ab']]);
  });

  it('is kept at once when the field is left, and not a second time', async () => {
    const { area, kept } = aField();
    await area.setValue('a');
    await area.trigger('blur');
    vi.advanceTimersByTime(PAUSE_MS);
    expect(kept()).toEqual([['W01', 'a']]);
  });

  it('is kept for its own item when another one comes or the page goes', async () => {
    const { field, area, kept, keep } = aField();
    await area.setValue('a');
    keep();
    await area.setValue('ab');
    field.unmount();
    expect(kept()).toEqual([
      ['W01', 'a'],
      ['W01', 'ab'],
    ]);
  });

  it('is not overwritten by what was kept before', async () => {
    const { field, area } = aField('old');
    await area.setValue('new');
    await field.setProps({ value: 'older' });
    expect(area.element.value).toBe('new');
    vi.advanceTimersByTime(PAUSE_MS);
    await field.setProps({ value: '' });
    expect(area.element.value).toBe('');
  });
});
