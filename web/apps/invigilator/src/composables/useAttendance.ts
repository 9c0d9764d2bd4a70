import { computed, shallowRef, watch, type Ref } from 'vue';
import { Unreachable, type Attendance, type Node, type Seat } from '../node.ts';
import { fill, problemText, words } from '../words.ts';

/** A look at the room that was under way when something was written down may not show it yet; the one after it does. */
const LOOKS_TO_COME = 2;

interface Written {
  attendance: Attendance;
  looks: number;
}

/** Writes down seat by seat who came; what is written stands there at once, before the board has looked again. */
export function useAttendance(node: Node, seats: Ref<Seat[]>, afterwards: () => void) {
  const written = shallowRef<ReadonlyMap<string, Written>>(new Map());
  const busy = shallowRef<ReadonlySet<string>>(new Set());
  const said = shallowRef('');
  const problem = shallowRef('');

  const shown = computed(() =>
    seats.value.map((seat) => ({ ...seat, attendance: written.value.get(seat.attempt ?? '')?.attendance ?? seat.attendance })),
  );

  watch(seats, () => {
    const older = [...written.value].map(([attempt, one]) => [attempt, { ...one, looks: one.looks - 1 }] as const);
    written.value = new Map(older.filter(([, one]) => one.looks > 0));
  });

  function wait(attempt: string, waiting: boolean): void {
    busy.value = new Set(waiting ? [...busy.value, attempt] : [...busy.value].filter((other) => other !== attempt));
  }

  async function send(seat: Seat, attendance: Attendance): Promise<void> {
    await node.attend(seat.attempt ?? '', attendance);
    written.value = new Map([...written.value, [seat.attempt ?? '', { attendance, looks: LOOKS_TO_COME }]]);
  }

  async function write(seat: Seat, attendance: Attendance): Promise<void> {
    const { attempt } = seat;
    if (attempt === null || seat.attendance === attendance || busy.value.has(attempt)) {
      return;
    }
    wait(attempt, true);
    problem.value = '';
    const facts = { seat: seat.seat, name: seat.name, attendance: words.attendances[attendance] };
    try {
      await send(seat, attendance);
      said.value = fill(words.attendance.done, facts);
    } catch (failure) {
      const why = failure instanceof Unreachable ? words.uncertain : problemText(failure);
      problem.value = fill(words.roll.notWritten, facts) + why;
    } finally {
      wait(attempt, false);
      afterwards();
    }
  }

  return { shown, busy, said, problem, write, send };
}
