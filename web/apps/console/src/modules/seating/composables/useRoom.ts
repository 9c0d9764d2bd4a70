import { computed, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { mapOf } from '../map.ts';

/** Who sits where in one room of one slot. */
export function useRoom(place: () => { plan: string; site: string; opening: string }) {
  const asked = useAsk(() => answer(api.GET('/api/seating/plans/{plan}/sites/{site}/openings/{opening}', { params: { path: place() } })));
  watch(
    () => JSON.stringify(place()),
    () => {
      asked.data.value = null;
      void asked.load();
    },
    { immediate: true },
  );
  const map = computed(() => asked.data.value && mapOf(asked.data.value.opening, asked.data.value.seats));
  return { ...asked, map };
}
