import { computed, ref } from 'vue';
import type { Node, Seat } from '../node.ts';
import { useSending } from './useSending.ts';

/** A message to everybody in the room: written, confirmed, sent with progress, and sent again to those it did not reach. */
export function useRoomMessage(node: Node) {
  const text = ref('');
  const sending = useSending('write', (seat) => node.message(seat.attempt ?? '', text.value.trim()));

  function confirm(seats: Seat[]): void {
    sending.targets.value = seats;
    sending.step.value = 'confirm';
  }

  function reset(): void {
    sending.reset();
    text.value = '';
  }

  const writable = computed(() => text.value.trim() !== '');
  return { ...sending, text, writable, confirm, reset };
}
