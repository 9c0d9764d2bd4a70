import { computed, ref } from 'vue';
import type { Opening, SeatView } from '../types.ts';

/** Somebody where they sit. */
export interface Seated {
  room: Opening;
  who: SeatView;
}

const isSame = (a: Seated, b: Seated): boolean => a.room.id === b.room.id && a.who.seat === b.who.seat;

/** Two people who are to change places: picked one after the other, or by dragging one onto the other. Both sit in one slot. */
export function useSwap() {
  const first = ref<Seated | null>(null);
  const second = ref<Seated | null>(null);

  /** The first stays picked while one looks for the second, in another room of the slot too. */
  function pick(one: Seated): void {
    const standing = first.value;
    if (standing === null || standing.room.slot !== one.room.slot) {
      first.value = one;
    } else if (isSame(standing, one)) {
      first.value = null;
    } else {
      second.value = one;
    }
  }

  function drop(one: Seated, onto: Seated): void {
    if (!isSame(one, onto)) {
      first.value = one;
      second.value = onto;
    }
  }

  return {
    first,
    second,
    pick,
    drop,
    isPicked: ({ id }: Opening, { seat }: SeatView): boolean => first.value?.room.id === id && first.value.who.seat === seat,
    /** Asked for a reason as soon as both are known; whoever changes their mind keeps the first. */
    asking: computed({ get: () => second.value !== null, set: (open) => void (open || (second.value = null)) }),
    clear: (): void => {
      first.value = second.value = null;
    },
  };
}
