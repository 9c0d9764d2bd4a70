import { hasEnded } from '../jobs.ts';
import { useList } from '../useList.ts';
import { usePolling } from '../usePolling.ts';
import type { IntakeApi } from './kind.ts';

/** The imports of one's college, the latest first. */
export function useIntakeList(api: IntakeApi) {
  const list = useList(api.list);
  usePolling(list.load, () => list.data.value?.items.some(({ job }) => job !== null && !hasEnded(job)) ?? false);
  return list;
}
