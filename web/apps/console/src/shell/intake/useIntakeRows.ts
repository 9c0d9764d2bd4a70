import { computed, watch } from 'vue';
import { useList } from '../useList.ts';
import { useListPlace } from '../useListPlace.ts';
import { VERDICTS, type Intake, type IntakeApi, type Verdict } from './kind.ts';

export type RowChoice = Verdict | 'ALL';

/** The rows of an import that was read; which ones stands in the address. Without a word it is those with mistakes, if there are any. */
export function useIntakeRows(api: IntakeApi, intake: () => Intake) {
  const place = useListPlace();
  const chosen = computed<RowChoice>(() => {
    const usual = intake().counts.bad > 0 ? 'BAD' : 'ALL';
    return place.oneOf<RowChoice>('verdict', ['ALL', ...VERDICTS]) ?? usual;
  });
  const list = useList((wanted) => {
    const verdict = chosen.value === 'ALL' ? undefined : chosen.value;
    return api.rows(intake().id, { ...wanted, verdict, limit: 50 });
  });
  watch(
    () => `${intake().state} ${intake().job?.state}`,
    () => void list.load(),
  );

  return { ...list, chosen, choose: (verdict: RowChoice) => place.filter({ verdict }) };
}
