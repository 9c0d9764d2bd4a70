import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../api/problem.ts';
import { messages } from '../../i18n.ts';
import { useOpeningsForm } from './composables/useOpeningsForm.ts';
import { useSwap, type Seated } from './composables/useSwap.ts';
import { mapOf, step } from './map.ts';
import { split } from './splitting.ts';
import { STATES, type Opening, type SeatView, type SiteSeating, type Slot } from './types.ts';
import {
  arrangedInWords,
  balanceInWords,
  begunAt,
  hoursInWords,
  isCalled,
  looksLikeIdNumber,
  nextInWords,
  ticketInWords,
  withRoomsInWords,
} from './words.ts';

const room = (id: string, machines: number, spareMachines = 0) => ({ id, machines, spareMachines, name: id, building: '实训楼' });
const seated = (seat: number, className: string, name = `示范${seat}`, college = '90001'): SeatView =>
  ({ seat, className, name, college: { code: college, name: '' }, ticket: '1234567890123458' }) as SeatView;

describe('seats', () => {
  it('stay as they are from the first of their hours on', () => {
    const slots = [{ opens: '2024-05-18T14:00:00+08:00' }, { opens: '2024-05-18T08:30:00+08:00' }];
    const at = (time: string) => begunAt(slots, Date.parse(time));
    expect(at('2024-05-18T08:29:59.999+08:00')).toBeNull();
    expect(at('2024-05-18T08:30:00+08:00')).toBe('2024-05-18T08:30:00+08:00');
    expect(begunAt([], Date.parse('2024-05-18T08:30:00+08:00'))).toBeNull();
  });
});

describe('splitting people over rooms', () => {
  const seats = (people: number, ...rooms: ReturnType<typeof room>[]) => split(people, rooms).map((share) => share.seats);

  it('is even, and the first rooms take the odd ones', () => {
    expect(seats(90, room('a', 75), room('b', 75))).toEqual([45, 45]);
    expect(seats(91, room('a', 75), room('b', 75))).toEqual([46, 45]);
    expect(seats(0, room('a', 75))).toEqual([0]);
    expect(seats(5)).toEqual([]);
  });

  it('fills what is small and gives the rest to the larger', () => {
    expect(seats(90, room('a', 20), room('b', 75))).toEqual([20, 70]);
    expect(seats(90, room('a', 40), room('b', 10), room('c', 60))).toEqual([40, 10, 40]);
  });

  it('leaves spare machines alone as long as everybody fits without them', () => {
    expect(seats(57, room('a', 60, 3))).toEqual([57]);
    expect(seats(58, room('a', 60, 3))).toEqual([58]);
    expect(seats(100, room('a', 60, 20), room('b', 70, 5))).toEqual([40, 60]);
  });

  it('never puts more people into a room than it has machines, and loses nobody who has a place', () => {
    for (let people = 0; people <= 150; people++) {
      const rooms = [room('a', 30, 2), room('b', 45, 3), room('c', 60, 10)];
      const shares = seats(people, ...rooms);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.min(people, 135));
      expect(shares.every((share, index) => share <= (rooms[index]?.machines ?? 0))).toBe(true);
    }
  });
});

describe('arranging all sites', () => {
  it('tells how many sites and people were arranged, and warns of those that were not', () => {
    expect(arrangedInWords({ facts: { arranged: 3, people: 1200, blocked: 0 } })).toEqual({
      tone: 'success',
      words: '已编排 3 个考点，共 1,200 人。',
    });
    expect(arrangedInWords({ facts: { arranged: 0, people: 0, blocked: 2 } })).toEqual({
      tone: 'warning',
      words: '已编排 0 个考点，共 0 人。另有 2 个考点没有编排，请打开查看原因。',
    });
  });
});

describe('the map of a room', () => {
  const classes = ['甲', '甲', '乙', '丙', '甲', '乙', '乙'];
  const map = mapOf(
    { seats: 7, columns: 3 },
    classes.map((name, index) => seated(index + 1, name)),
  );

  it('counts seats from the front, row by row', () => {
    expect(map.rows.map((row) => row.map((place) => place.seat))).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    expect(map.rows[1]?.[2]).toMatchObject({ seat: 6, row: 2, column: 3 });
  });

  it('counts pairs left and right, front and back, and marks classmates on both sides', () => {
    expect(map.pairs).toBe(2 + 3 + 2 + 1);
    expect(map.classmates).toBe(3);
    expect(map.rows.flat().map((place) => place.besideClassmate)).toEqual([true, true, true, false, true, true, false]);
  });

  it('takes classes of one name at two colleges for two', () => {
    const two = mapOf({ seats: 2, columns: 2 }, [seated(1, '甲'), seated(2, '甲', '示范', '90002')]);
    expect(two).toMatchObject({ pairs: 1, classmates: 0 });
  });

  it('does not pair with a seat that nobody has, nor across the end of a row', () => {
    expect(mapOf({ seats: 4, columns: 2 }, [seated(1, '甲'), seated(4, '甲')])).toMatchObject({ pairs: 0, classmates: 0 });
    expect(mapOf({ seats: 4, columns: 2 }, [seated(2, '甲'), seated(3, '甲')])).toMatchObject({ pairs: 0, classmates: 0 });
  });

  it('is never wider than the room has seats', () => {
    expect(mapOf({ seats: 3, columns: 8 }, []).columns).toBe(3);
  });

  it('is walked by the arrow keys and has an end on every side', () => {
    const to = (row: number, column: number, key: string) => step(map, { row, column }, key)?.seat;
    expect([to(1, 1, 'ArrowRight'), to(1, 1, 'ArrowDown'), to(2, 2, 'ArrowLeft'), to(2, 2, 'ArrowUp')]).toEqual([2, 4, 4, 2]);
    expect([to(1, 1, 'ArrowLeft'), to(1, 1, 'ArrowUp'), to(2, 2, 'ArrowDown'), to(3, 1, 'ArrowRight')]).toEqual([1, 1, 5, 7]);
    expect([to(2, 2, 'Home'), to(2, 1, 'End'), to(1, 1, 'x')]).toEqual([4, 6, 1]);
  });
});

describe('the rooms that a college opens', () => {
  const slot = { number: 1, people: 90, proposal: [{ room: 'b', seats: 90 }] } as Slot;
  const site = {
    slots: [slot, { ...slot, number: 2, people: 0, proposal: [] }],
    rooms: [room('a', 75), room('b', 95), room('c', 75)],
    openings: [{ slot: 2, room: 'c', seats: 4, columns: 2 }],
  } as unknown as SiteSeating;

  it('begin with what was saved', () => {
    const { choicesOf, seatsOf, openings } = useOpeningsForm(() => site);
    expect(choicesOf(1).some(({ picked }) => picked)).toBe(false);
    expect(seatsOf(2)).toBe(4);
    expect(openings()).toEqual([{ slot: 2, room: 'c', seats: 4, columns: 2 }]);
  });

  it('take the proposal, or an even split over the rooms that are picked', () => {
    const { choicesOf, fill, seatsOf, openings } = useOpeningsForm(() => site);
    fill(slot);
    expect(openings()[0]).toEqual({ slot: 1, room: 'b', seats: 90, columns: null });
    choicesOf(1).forEach((choice) => (choice.picked = choice.room.id !== 'b'));
    fill(slot);
    expect(openings().filter((one) => one.slot === 1)).toEqual([
      { slot: 1, room: 'a', seats: 45, columns: null },
      { slot: 1, room: 'c', seats: 45, columns: null },
    ]);
    expect(seatsOf(1)).toBe(90);
  });

  it('are checked where they are picked', () => {
    const { choicesOf, fault, sound } = useOpeningsForm(() => site);
    const choice = choicesOf(1)[0];
    if (!choice) {
      throw new Error('no room');
    }
    const wrong = (seats: number | '', columns: number | '' = '') => fault(Object.assign(choice, { picked: true, seats, columns }));
    expect([wrong(''), wrong(0), wrong(1.5)]).toEqual(Array(3).fill('seating.form.seatsWrong'));
    expect([wrong(76), wrong(75, 0), wrong(75, 31)]).toEqual([
      'seating.form.tooManySeats',
      'seating.form.columnsWrong',
      'seating.form.columnsWrong',
    ]);
    expect(sound.value).toBe(false);
    expect([wrong(75, 30), sound.value]).toEqual(['', true]);
  });
});

describe('two people who change places', () => {
  const at = (opening: string, seat: number, slot = 1): Seated => ({ room: { id: opening, slot } as Opening, who: seated(seat, '甲') });

  it('are asked about when the second is picked, and the first stays picked when one says no', () => {
    const { pick, asking, first, second } = useSwap();
    pick(at('a', 1));
    expect(asking.value).toBe(false);
    pick(at('b', 1));
    expect(asking.value).toBe(true);
    asking.value = false;
    expect([first.value?.room.id, second.value]).toEqual(['a', null]);
  });

  it('are in one slot: picking somebody in another begins anew', () => {
    const { pick, first, second } = useSwap();
    pick(at('a', 1));
    pick(at('c', 2, 2));
    expect([first.value?.room.id, second.value]).toEqual(['c', null]);
  });

  it('are two: picking or dropping on oneself is nothing', () => {
    const { pick, drop, first, second } = useSwap();
    pick(at('a', 1));
    pick(at('a', 1));
    expect(first.value).toBeNull();
    drop(at('a', 1), at('a', 1));
    expect([first.value, second.value]).toEqual([null, null]);
    drop(at('a', 1), at('a', 2));
    expect([first.value?.who.seat, second.value?.who.seat]).toEqual([1, 2]);
  });
});

describe('the words of seating', () => {
  it('exist for each state', () => {
    expect(STATES.filter((state) => !messages.has(`seating.states.${state}`))).toEqual([]);
  });

  it('say by how many seats and people differ', () => {
    const said = (people: number, seats: number, machines?: number) => balanceInWords({ people, seats }, machines).words;
    expect(said(18, 18)).toBe('座位数与考生人数相等');
    expect(said(18, 0)).toBe('还没有设置考场，需要 18 个座位');
    expect(said(18, 10)).toBe('还差 8 个座位');
    expect(said(18, 20)).toBe('多设了 2 个座位');
    expect(said(90, 0, 60)).toBe('机位不够：考生 90 人，全部机房共 60 台，差 30 台');
    expect(said(0, 0)).toBe('本时段没有考生');
  });

  it('name the slots that keep a site from being arranged, and who is to act', () => {
    const slots = [
      { number: 1, people: 3, seats: 3 },
      { number: 2, people: 3, seats: 0 },
    ] as Slot[];
    expect(nextInWords({ state: 'TO_OPEN', frozen: true, slots }, true).words).toMatch(/^第 2 时段.*请设置考场/);
    expect(nextInWords({ state: 'TO_OPEN', frozen: true, slots }, false).words).toContain('请提醒院校');
    expect(nextInWords({ state: 'READY', frozen: true, slots }, false).words).toContain('可以编排');
  });

  it('show hours of one day with one date', () => {
    expect(hoursInWords('2024-05-18T08:30:00+08:00', '2024-05-18T11:45:00+08:00')).toBe('2024年5月18日(周六) 08:30–11:45');
    expect(hoursInWords('2024-05-18T08:30:00+08:00', '2024-05-19T11:45:00+08:00')).toContain('–2024年5月19日(周日) 11:45');
  });

  it('find people by part of a name, a seat or a ticket, and nobody by nothing', () => {
    const who = seated(12, '甲', '欧阳示范');
    expect(['示范', '12', '1234 5678', '1234567890123458'].map((typed) => isCalled(who, typed))).toEqual([true, true, true, true]);
    expect(['', ' ', '2', '1234', '张'].map((typed) => isCalled(who, typed))).toEqual([false, false, false, false, false]);
  });

  it('tell an ID number from a ticket number', () => {
    expect(['999999200001010018', '99999920000101001x', '９９９９９９２００００１０１００１８'].every(looksLikeIdNumber)).toBe(true);
    expect(['1234 5678 9012 3458', '张示范', ''].some(looksLikeIdNumber)).toBe(false);
    expect(ticketInWords('1234567890123458')).toBe('1234 5678 9012 3458');
  });

  it('name the room of a refusal as people call it', () => {
    const facts = { room: 'a', opens: '2024-05-18T08:30:00+08:00', seats: 80, level: 'ADVANCED' };
    expect(withRoomsInWords(new ApiProblem(409, 'seating.room-taken', facts), [room('a', 75)]).facts).toEqual({
      room: '实训楼 a',
      opens: '2024年5月18日(周六) 08:30',
      seats: 80,
      level: '高级',
    });
  });
});
