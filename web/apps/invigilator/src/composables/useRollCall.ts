import { ref, shallowRef } from 'vue';
import type { Attendance, Seat } from '../node.ts';
import { joined, NOTHING_SENT, sendAll, type Sent } from '../sendAll.ts';

/** Writes the same down for many at once: shown first with every seat, and done only when somebody has said yes to just these. */
export function useRollCall(send: (seat: Seat, attendance: Attendance) => Promise<void>, afterwards: () => void) {
  const step = ref<'confirm' | 'sending' | 'sent'>('confirm');
  const attendance = ref<Attendance>('PRESENT');
  const targets = shallowRef<Seat[]>([]);
  const done = ref(0);
  const sent = shallowRef<Sent>(NOTHING_SENT);

  function propose(seats: Seat[], what: Attendance): void {
    step.value = 'confirm';
    attendance.value = what;
    targets.value = seats;
    sent.value = NOTHING_SENT;
  }

  async function confirm(): Promise<void> {
    if (step.value === 'sending') {
      return;
    }
    step.value = 'sending';
    done.value = 0;
    const now = await sendAll(
      targets.value,
      (seat) => send(seat, attendance.value),
      (count) => (done.value = count),
    );
    sent.value = joined(sent.value, now);
    step.value = 'sent';
    afterwards();
  }

  function again(): Promise<void> {
    targets.value = sent.value.failed;
    return confirm();
  }

  return { step, attendance, targets, done, sent, propose, confirm, again };
}
