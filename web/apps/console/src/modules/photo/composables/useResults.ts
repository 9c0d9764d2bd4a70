import { computed, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useList } from '../../../shell/useList.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { OUTCOMES, type Archive, type Outcome } from '../types.ts';

/** What became of the files of an archive; which ones stands in the address. Without a word it is the refused, if there are any. */
export function useResults(archive: () => Archive) {
  const place = useListPlace();
  const chosen = computed<Outcome>(() => {
    const usual = archive().counts.refused > 0 ? 'REFUSED' : 'KEPT';
    return place.oneOf('outcome', OUTCOMES) ?? usual;
  });
  const list = useList(async (wanted) => {
    const query = { ...wanted, outcome: chosen.value, limit: 48 };
    const page = await answer(api.GET('/api/photo/imports/{id}/results', { params: { path: { id: archive().id }, query } }));
    return { ...page, outcome: query.outcome };
  });
  watch(
    () => Object.values(archive().counts).join(),
    () => void list.load(),
  );

  return { ...list, chosen, choose: (outcome: Outcome) => place.filter({ outcome }) };
}
