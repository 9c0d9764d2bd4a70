import { computed, watch } from 'vue';
import { useAsk } from '../useAsk.ts';
import { useListPlace } from '../useListPlace.ts';
import { VERDICTS, type Intake, type IntakeApi, type Verdict } from './kind.ts';

const LIMIT = 50;

export type RowChoice = Verdict | 'ALL';

/** The rows of an import that was read; which ones stands in the address. Without a word it is those with mistakes, if there are any. */
export function useIntakeRows(api: IntakeApi, intake: () => Intake) {
  const place = useListPlace();
  const chosen = computed<RowChoice>(() => {
    const said = place.word('verdict');
    const usual = intake().counts.bad > 0 ? 'BAD' : 'ALL';
    return said === 'ALL' ? 'ALL' : (VERDICTS.find((verdict) => verdict === said) ?? usual);
  });
  const asked = useAsk(() => {
    const verdict = chosen.value === 'ALL' ? undefined : chosen.value;
    return api.rows(intake().id, { verdict, after: place.after.value, limit: LIMIT });
  });
  place.follow(asked.load);
  watch(
    () => `${intake().state} ${intake().job?.state}`,
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
