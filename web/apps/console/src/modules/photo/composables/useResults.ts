import { computed, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { OUTCOMES, type Archive, type Outcome } from '../types.ts';

const LIMIT = 48;

/** What became of the files of an archive; which ones stands in the address. Without a word it is the refused, if there are any. */
export function useResults(archive: () => Archive) {
  const place = useListPlace();
  const chosen = computed<Outcome>(() => {
    const usual = archive().counts.refused > 0 ? 'REFUSED' : 'KEPT';
    return OUTCOMES.find((outcome) => outcome === place.word('outcome')) ?? usual;
  });
  const asked = useAsk(async () => {
    const query = { outcome: chosen.value, after: place.after.value, limit: LIMIT };
    const page = await answer(api.GET('/api/photo/imports/{id}/results', { params: { path: { id: archive().id }, query } }));
    return { ...page, outcome: query.outcome };
  });
  place.follow(asked.load);
  watch(
    () => Object.values(archive().counts).join(),
    () => void asked.load(),
  );

  return {
    ...asked,
    chosen,
    hasPrevious: place.hasPrevious,
    choose: (outcome: Outcome) => place.filter({ outcome }),
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
