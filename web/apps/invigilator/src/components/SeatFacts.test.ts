import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { aSeat } from '../testing.ts';
import { words } from '../words.ts';
import SeatFacts from './SeatFacts.vue';

const shown = (seat: ReturnType<typeof aSeat>) => mount(SeatFacts, { props: { seat, aged: 0 } }).text();

describe('the facts of a seat', () => {
  it('hold the check code as soon as something was handed in, and not before', () => {
    expect(shown(aSeat(1))).not.toContain(words.panel.facts.code);
    expect(shown(aSeat(1, { state: 'HANDED_IN', shortCode: '7QK3-M9XD' }))).toContain(`${words.panel.facts.code}7QK3-M9XD`);
  });
});
