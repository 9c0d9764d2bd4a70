import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import TextAnswer from './parts/TextAnswer.vue';
import type { Item } from './sitting/protocol.ts';
import { LONGEST_MS, PAUSE_MS } from './useDraft.ts';

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
    vi.advanceTimersByTime(300);
    await area.setValue('ab');
    vi.advanceTimersByTime(PAUSE_MS - 1);
    expect(kept()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(kept()).toEqual([['W01', 'ab']]);
  });

  it('is kept within a second also of somebody who never pauses', async () => {
    const { area, kept } = aField();
    let text = '';
    for (let ms = 0; ms < LONGEST_MS; ms += 100) {
      text += 'a';
      await area.setValue(text);
      vi.advanceTimersByTime(100);
    }
    expect(kept()).toEqual([['W01', text]]);
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

  it('is not taken back by an older value that arrives while a newer one is on its way', async () => {
    const { field, area, keep } = aField();
    await area.setValue('ab');
    keep();
    await area.setValue('abc');
    keep();
    await field.setProps({ value: 'ab' });
    expect(area.element.value).toBe('abc');
    await field.setProps({ value: 'abc' });
    await field.setProps({ value: 'cut elsewhere' });
    expect(area.element.value).toBe('cut elsewhere');
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
