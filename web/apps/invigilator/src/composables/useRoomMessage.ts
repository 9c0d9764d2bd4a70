import { computed, ref, shallowRef } from 'vue';
import type { Node, Seat } from '../node.ts';
import { joined, NOTHING_SENT, sendAll, type Sent } from '../sendAll.ts';

/** A message to everybody in the room: written, confirmed, sent with progress, and sent again to those it did not reach. */
export function useRoomMessage(node: Node) {
  const step = ref<'write' | 'confirm' | 'sending' | 'sent'>('write');
  const text = ref('');
  const targets = shallowRef<Seat[]>([]);
  const done = ref(0);
  const sent = shallowRef<Sent>(NOTHING_SENT);

  function confirm(seats: Seat[]): void {
    targets.value = seats;
    step.value = 'confirm';
  }

  async function send(): Promise<void> {
    if (step.value === 'sending') {
      return;
    }
    step.value = 'sending';
    done.value = 0;
    const now = await sendAll(
      targets.value,
      (seat) => node.message(seat.attempt ?? '', text.value.trim()),
      (count) => (done.value = count),
    );
    sent.value = joined(sent.value, now);
    step.value = 'sent';
  }

  function again(): Promise<void> {
    targets.value = sent.value.failed;
    return send();
  }

  function reset(): void {
    step.value = 'write';
    text.value = '';
    sent.value = NOTHING_SENT;
  }

  const writable = computed(() => text.value.trim() !== '');
  return { step, text, targets, done, sent, writable, confirm, send, again, reset };
}
