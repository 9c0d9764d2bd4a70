import { ref, shallowRef } from 'vue';
import { carryOut, type Act, type Result } from '../acts.ts';
import type { Invigilator, Node, Seat } from '../node.ts';

/** One act at a time, and how the last one ended. */
export function useActs(node: Node, me: Invigilator, afterwards: () => void) {
  const busy = ref(false);
  const result = shallowRef<Result | null>(null);

  async function act(seat: Seat, what: Act): Promise<void> {
    // A second press of the same key must not extend twice.
    if (busy.value) {
      return;
    }
    busy.value = true;
    result.value = null;
    result.value = await carryOut(node, seat, what, me.number);
    busy.value = false;
    afterwards();
  }

  return { busy, result, act, forget: () => (result.value = null) };
}
