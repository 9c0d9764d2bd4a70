import { computed } from 'vue';
import { useClock } from '../../../shell/clock.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { returnsOf } from '../plans.ts';
import { SHOWN, shown, sorted, type Shown } from '../returns.ts';

/** What each site of a plan has sent back: those with something missing first, or only those in one state. */
export function useReturns(plan: () => string) {
  const place = useListPlace();
  const clock = useClock();
  const which = computed(() => place.oneOf('state', SHOWN));
  const asked = useAsk(() => returnsOf(plan()));
  void asked.load();
  return {
    ...asked,
    which,
    sites: computed(() => sorted(shown(asked.data.value ?? [], which.value), clock.nowMillis)),
    counts: computed(() => Object.fromEntries(SHOWN.map((one): [Shown, number] => [one, shown(asked.data.value ?? [], one).length]))),
    filter: (wanted: string | undefined) => place.filter({ state: wanted }),
  };
}
