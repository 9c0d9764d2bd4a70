import { ref } from 'vue';
import type { Attendance, Seat } from '../node.ts';
import { useSending } from './useSending.ts';

/** Writes the same down for many at once: shown first with every seat, and done only when somebody has said yes to just these. */
export function useRollCall(send: (seat: Seat, attendance: Attendance) => Promise<void>, afterwards: () => void) {
  const attendance = ref<Attendance>('PRESENT');
  const sending = useSending('confirm', (seat) => send(seat, attendance.value), afterwards);

  function propose(seats: Seat[], what: Attendance): void {
    sending.reset();
    attendance.value = what;
    sending.targets.value = seats;
  }

  return { ...sending, attendance, propose, confirm: sending.send };
}
