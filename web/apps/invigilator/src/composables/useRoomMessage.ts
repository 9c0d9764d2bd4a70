import { computed, ref, shallowRef } from 'vue';
import type { Node, Seat } from '../node.ts';
import { sendAll, type Sent } from '../sendAll.ts';

/** A message to everybody in the room: written, confirmed, sent with progress, and sent again to those it did not reach. */
export function useRoomMessage(node: Node) {
  const step = ref<'write' | 'confirm' | 'sending' | 'sent'>('write');
  const text = ref('');
  const targets = shallowRef<Seat[]>([]);
  const done = ref(0);
  const sent = shallowRef<Sent>({ sent: [], failed: [], handedIn: [] });

  function confirm(seats: Seat[]): void {
    targets.value = seats;
    step.value = 'confirm';
  }

  async function send(): Promise<void> {
    if (step.value === 'sending') {
      return;
    }
    const before = sent.value;
    step.value = 'sending';
    done.value = 0;
    const now = await sendAll(
      targets.value,
      (seat) => node.message(seat.attempt ?? '', text.value.trim()),
      (count) => (done.value = count),
    );
    const seatNumber = (a: Seat, b: Seat): number => a.seat - b.seat;
    sent.value = {
      sent: [...before.sent, ...now.sent],
      failed: now.failed.sort(seatNumber),
      handedIn: [...before.handedIn, ...now.handedIn],
    };
    step.value = 'sent';
  }

  function again(): Promise<void> {
    targets.value = sent.value.failed;
    return send();
  }

  function reset(): void {
    step.value = 'write';
    text.value = '';
    sent.value = { sent: [], failed: [], handedIn: [] };
  }

  const writable = computed(() => text.value.trim() !== '');
  return { step, text, targets, done, sent, writable, confirm, send, again, reset };
}
