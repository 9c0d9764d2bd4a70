import { computed, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { VERDICTS, type RosterImport, type Verdict } from '../types.ts';

const LIMIT = 50;

export type RowChoice = Verdict | 'ALL';

/** The rows of an import that was read; which ones stands in the address. Without a word it is those with mistakes, if there are any. */
export function useImportRows(rosterImport: () => RosterImport) {
  const place = useListPlace();
  const chosen = computed<RowChoice>(() => {
    const said = place.word('verdict');
    const usual = rosterImport().counts.bad > 0 ? 'BAD' : 'ALL';
    return said === 'ALL' ? 'ALL' : (VERDICTS.find((verdict) => verdict === said) ?? usual);
  });
  const asked = useAsk(() => {
    const verdict = chosen.value === 'ALL' ? undefined : chosen.value;
    const query = { verdict, after: place.after.value, limit: LIMIT };
    return answer(api.GET('/api/candidate/imports/{id}/rows', { params: { path: { id: rosterImport().id }, query } }));
  });
  place.follow(asked.load);
  watch(
    () => `${rosterImport().state} ${rosterImport().job?.state}`,
    () => void asked.load(),
  );

  return {
    ...asked,
    chosen,
    hasPrevious: place.hasPrevious,
    choose: (verdict: RowChoice) => place.filter({ verdict }),
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
