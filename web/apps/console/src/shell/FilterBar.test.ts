import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { nextTick, ref } from 'vue';
import FilterBar from './FilterBar.vue';
import { useFilterForm } from './useFilterForm.ts';

describe('a filter bar', () => {
  it('asks when it is sent, and leaves all out at the last button', async () => {
    const bar = mount(FilterBar, { slots: { default: '<label for="x">x</label><input id="x" />' } });
    await bar.get('form').trigger('submit');
    await bar.findAll('button').at(-1)?.trigger('click');
    expect([bar.emitted('search')?.length, bar.emitted('reset')?.length]).toEqual([1, 1]);
  });

  it('begins as the list is narrowed, and wants only what is filled in', async () => {
    const filters = ref<{ q?: string; state?: 'A' | 'B' }>({ q: 'old', state: 'A' });
    const { form, wanted } = useFilterForm(() => filters.value, { q: '', state: '' });
    form.q = '  new ';
    expect(wanted()).toEqual({ q: 'new', state: 'A' });
    filters.value = { state: 'B' };
    await nextTick();
    expect(form).toEqual({ q: '', state: 'B' });
    expect(wanted()).toEqual({ q: undefined, state: 'B' });
  });
});
