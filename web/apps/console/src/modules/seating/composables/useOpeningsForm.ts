import { computed, ref, watch } from 'vue';
import { split } from '../splitting.ts';
import type { OpeningRow, Room, SiteSeating, Slot } from '../types.ts';

/** One of the site's rooms in one slot, opened or not; an empty number is none. */
export interface RoomChoice {
  room: Room;
  picked: boolean;
  seats: number | '';
  columns: number | '';
}

const MOST_COLUMNS = 30;

/** Which rooms a college opens for which slot, begun from what was saved. */
export function useOpeningsForm(site: () => SiteSeating | null) {
  const form = ref<Record<number, RoomChoice[]>>({});
  const choicesOf = (slot: number): RoomChoice[] => form.value[slot] ?? [];

  const begin = (saved: SiteSeating): void => {
    const choices = (slot: number): RoomChoice[] =>
      saved.rooms.map((room) => {
        const opening = saved.openings.find((one) => one.slot === slot && one.room === room.id);
        return { room, picked: opening !== undefined, seats: opening?.seats ?? '', columns: opening?.columns ?? '' };
      });
    form.value = Object.fromEntries(saved.slots.map(({ number }) => [number, choices(number)]));
  };
  watch(site, (saved) => saved && begin(saved), { immediate: true });

  /** Evenly over the rooms that are picked; where none is, over those that the server proposes. */
  function fill(slot: Slot): void {
    const choices = choicesOf(slot.number);
    const picked = choices.filter((choice) => choice.picked).map(({ room }) => room);
    const shares = new Map((picked.length > 0 ? split(slot.people, picked) : slot.proposal).map(({ room, seats }) => [room, seats]));
    for (const choice of choices) {
      const seats = shares.get(choice.room.id) ?? 0;
      Object.assign(choice, { picked: seats > 0, seats: seats > 0 ? seats : '', columns: seats > 0 ? choice.columns : '' });
    }
  }

  const seatsOf = (slot: number): number => choicesOf(slot).reduce((sum, { picked, seats }) => sum + (picked ? Number(seats) || 0 : 0), 0);

  /** The key of what is wrong with a room that is picked. */
  function fault({ room, picked, seats, columns }: RoomChoice): string {
    if (!picked) {
      return '';
    }
    if (!Number.isInteger(seats) || Number(seats) < 1) {
      return 'seating.form.seatsWrong';
    }
    if (Number(seats) > room.machines) {
      return 'seating.form.tooManySeats';
    }
    const fits = columns === '' || (Number.isInteger(columns) && columns >= 1 && columns <= MOST_COLUMNS);
    return fits ? '' : 'seating.form.columnsWrong';
  }
  const sound = computed(() => Object.values(form.value).every((choices) => choices.every((choice) => fault(choice) === '')));

  const openings = (): OpeningRow[] =>
    Object.entries(form.value).flatMap(([slot, choices]) =>
      choices
        .filter(({ picked }) => picked)
        .map(({ room, seats, columns }) => ({
          slot: Number(slot),
          room: room.id,
          seats: Number(seats),
          columns: columns === '' ? null : columns,
        })),
    );

  return { choicesOf, fill, seatsOf, fault, sound, openings };
}
