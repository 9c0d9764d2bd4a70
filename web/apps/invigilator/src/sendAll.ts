import { Refusal, type Seat } from './node.ts';

export interface Sent {
  sent: Seat[];
  failed: Seat[];
  /** Handed in between choosing and sending: nobody is left there to read it. */
  handedIn: Seat[];
}

export const NOTHING_SENT: Sent = { sent: [], failed: [], handedIn: [] };

const bySeat = (a: Seat, b: Seat): number => a.seat - b.seat;

/** How it stands after those that failed were tried again. */
export const joined = (before: Sent, now: Sent): Sent => ({
  sent: [...before.sent, ...now.sent],
  failed: [...now.failed].sort(bySeat),
  handedIn: [...before.handedIn, ...now.handedIn],
});

const AT_ONCE = 4;

/** Sends to many, a few at a time so that the answers of the room keep their way in; one that fails does not stop the rest. */
export async function sendAll(
  seats: readonly Seat[],
  send: (seat: Seat) => Promise<void>,
  progress: (done: number) => void,
): Promise<Sent> {
  const result: Sent = { sent: [], failed: [], handedIn: [] };
  const waiting = [...seats];
  let done = 0;

  async function line(): Promise<void> {
    for (let seat = waiting.shift(); seat !== undefined; seat = waiting.shift()) {
      try {
        await send(seat);
        result.sent.push(seat);
      } catch (problem) {
        const gone = problem instanceof Refusal && problem.code === 'sitting.handed-in';
        (gone ? result.handedIn : result.failed).push(seat);
      }
      done += 1;
      progress(done);
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return result;
}
