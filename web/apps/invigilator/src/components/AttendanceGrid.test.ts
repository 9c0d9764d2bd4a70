import { mount } from '@vue/test-utils';
import { nextTick } from 'vue';
import { describe, expect, it } from 'vitest';
import type { Seat } from '../node.ts';
import { aSeat } from '../testing.ts';
import { words } from '../words.ts';
import AttendanceGrid from './AttendanceGrid.vue';

const NOW = Date.parse('2024-05-18T14:10:00+08:00');

function aGrid(seats: Seat[]) {
  const props = { seats, now: NOW, busy: new Set<string>(), several: false };
  const grid = mount(AttendanceGrid, { props, attachTo: document.body });
  const written = () => (grid.emitted('write') ?? []).map(([seat, attendance]) => [(seat as Seat).seat, attendance]);
  const press = (key: string, facts: object = {}) => grid.find('.rooms').trigger('keydown', { key, ...facts });
  return { grid, written, press };
}

describe('attendance by the keyboard', () => {
  it('takes one key a person and goes on to the next', async () => {
    const { grid, written, press } = aGrid([aSeat(1), aSeat(2, { state: 'EXPECTED' }), aSeat(3)]);
    await press('1');
    await nextTick();
    expect((document.activeElement as HTMLElement).dataset.seat).toBe('模拟考场/2');
    await press('2');
    await press('1');
    expect(written()).toEqual([
      [1, 'PRESENT'],
      [2, 'ABSENT'],
      [3, 'PRESENT'],
    ]);
    grid.unmount();
  });

  it('is not taken by a key that is held down or belongs to the browser', async () => {
    const { grid, written, press } = aGrid([aSeat(1), aSeat(2)]);
    await press('1', { repeat: true });
    await press('1', { ctrlKey: true });
    await press('3');
    expect(written()).toEqual([]);
    grid.unmount();
  });
});

describe('a card', () => {
  it('says which answer stands, and why the other one cannot be given', () => {
    const { grid } = aGrid([aSeat(1, { state: 'EXPECTED', attendance: 'PRESENT' })]);
    const [present, absent] = grid.findAll('.answers .button');
    expect(present?.attributes('aria-pressed')).toBe('true');
    expect(absent?.attributes()).toMatchObject({ 'aria-pressed': 'false', 'aria-disabled': 'true' });
    expect(absent?.attributes('title')).toContain('14:30');
    expect(grid.text()).toContain('14:30 前可入场');
    grid.unmount();
  });

  it('of an absent one who sits at a machine asks for a correction', () => {
    const { grid } = aGrid([aSeat(1, { attendance: 'ABSENT' })]);
    expect(grid.text()).toContain(words.roll.absentButHere);
    grid.unmount();
  });
});
