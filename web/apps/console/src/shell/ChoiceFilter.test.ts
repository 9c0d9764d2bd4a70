import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import ChoiceFilter from './ChoiceFilter.vue';

describe('choosing what is shown', () => {
  it('tells what was chosen, and nothing when all is', async () => {
    const choices = [
      { value: 'A', words: 'first' },
      { value: 'B', words: 'second' },
    ];
    const filter = mount(ChoiceFilter, { props: { label: 'which', all: 'all', choices, chosen: 'B' } });
    expect(filter.get('select').element.value).toBe('B');
    await filter.get('select').setValue('A');
    await filter.get('select').setValue('');
    expect(filter.emitted('choose')).toEqual([['A'], [undefined]]);
  });
});
