import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { mapOf } from '../map.ts';
import type { SeatView } from '../types.ts';
import RoomMap from './RoomMap.vue';

const seated = (seat: number, className: string): SeatView =>
  ({
    seat,
    className,
    name: `示范${seat}`,
    form: seat % 2 ? 'A' : 'B',
    college: { code: '90001', name: '示范一职业技术学院' },
    qualification: { code: 'WDYY', name: '' },
    level: 'ELEMENTARY',
  }) as SeatView;
const map = mapOf({ seats: 4, columns: 2 }, [seated(1, '甲'), seated(2, '甲'), seated(3, '乙'), seated(4, '丙')]);
const mounted = (interactive: boolean) =>
  mount(RoomMap, {
    props: { map, label: '第 1 考场', interactive, isPicked: ({ seat }) => seat === 3, isFound: () => false },
    attachTo: document.body,
  });

describe('the picture of a room', () => {
  it('says of each seat in words who sits there, with which paper, and whether a classmate is beside', () => {
    const labels = mounted(false)
      .findAll('[data-seat]')
      .map((seat) => seat.attributes('aria-label'));
    expect(labels[0]).toBe('1 号（第 1 排第 1 列） 示范1，甲，A 卷，与同班考生相邻');
    expect(labels[3]).toBe('4 号（第 2 排第 2 列） 示范4，丙，B 卷');
  });

  it('is looked at by whoever may move nobody', async () => {
    const room = mounted(false);
    expect(room.findAll('[role=button]')).toHaveLength(0);
    await room.find('[data-seat="1"]').trigger('click');
    expect(room.emitted('pick')).toBeUndefined();
  });

  it('has one stop for the Tab key, is walked by arrows and picks by Enter', async () => {
    const room = mounted(true);
    const stops = () => room.findAll('[tabindex="0"]').map((seat) => seat.attributes('data-seat'));
    expect(stops()).toEqual(['1']);
    await room.find('[data-seat="1"]').trigger('keydown', { key: 'ArrowDown' });
    expect(stops()).toEqual(['3']);
    expect(document.activeElement?.getAttribute('data-seat')).toBe('3');
    expect(room.find('[data-seat="3"]').attributes('aria-pressed')).toBe('true');
    await room.find('[data-seat="3"]').trigger('keydown', { key: 'Enter' });
    expect(room.emitted('pick')?.[0]).toEqual([map.rows[1]?.[0]?.who]);
    await room.find('[data-seat="3"]').trigger('keydown', { key: 'Escape' });
    expect(room.emitted('clear')).toHaveLength(1);
  });

  it('takes a person who is dragged onto another', async () => {
    const room = mounted(true);
    await room.find('[data-seat="2"]').trigger('dragstart');
    await room.find('[data-seat="4"]').trigger('drop');
    expect(room.emitted('drop')?.[0]).toEqual([map.rows[0]?.[1]?.who, map.rows[1]?.[1]?.who]);
  });
});
