import { ref, shallowRef } from 'vue';
import type { Seat } from '../node.ts';
import { joined, NOTHING_SENT, sendAll, type Sent } from '../sendAll.ts';

export type Step = 'write' | 'confirm' | 'sending' | 'sent';

/** The same for many seats: sent to each with progress, and once more to those it did not reach. */
export function useSending(first: Step, each: (seat: Seat) => Promise<void>, afterwards: () => void = () => undefined) {
  const step = ref<Step>(first);
  const targets = shallowRef<Seat[]>([]);
  const done = ref(0);
  const sent = shallowRef<Sent>(NOTHING_SENT);

  async function send(): Promise<void> {
    if (step.value === 'sending') {
      return;
    }
    step.value = 'sending';
    done.value = 0;
    const now = await sendAll(targets.value, each, (count) => (done.value = count));
    sent.value = joined(sent.value, now);
    step.value = 'sent';
    afterwards();
  }

  function again(): Promise<void> {
    targets.value = sent.value.failed;
    return send();
  }

  function reset(): void {
    step.value = first;
    sent.value = NOTHING_SENT;
  }

  return { step, targets, done, sent, send, again, reset };
}
