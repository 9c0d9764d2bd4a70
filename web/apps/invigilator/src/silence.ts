import type { Seat } from './node.ts';
import { keyOf } from './seats.ts';

/**
 * Remembers how long running seats have gone without any beat at all: just after the start, or after the node came back, nobody has been
 * heard yet, and a whole room must not look lost for these seconds.
 */
export function createSilence(clock: () => number) {
  let since = new Map<string, number>();
  return (seats: readonly Seat[]): Seat[] => {
    const unheard = seats.filter((seat) => seat.state === 'RUNNING' && seat.lastBeatMsAgo === null).map(keyOf);
    since = new Map(unheard.map((key) => [key, since.get(key) ?? clock()]));
    return seats.map((seat) => {
      const first = since.get(keyOf(seat));
      return first === undefined ? seat : { ...seat, unheardMs: clock() - first };
    });
  };
}
