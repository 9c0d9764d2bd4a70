import type { Ref } from 'vue';
import { useAttention } from './useAttention.ts';
import { usePolling } from './usePolling.ts';

/** Asks again and again, once there is an answer and as long as somebody is at the page: what is shown changes by itself. */
export function useRefreshing({ data, load }: { data: Ref<unknown>; load: () => Promise<void> }): void {
  const here = useAttention();
  usePolling(load, () => here.value && data.value !== null);
}
