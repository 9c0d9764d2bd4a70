import { answer, api } from '../../../api/client.ts';
import { useBackgroundWork } from '../../../shell/useBackgroundWork.ts';

const KIND = 'dispatch.pack-bundles';

/** Packing a plan's bundles in the background. What runs already is found again. */
export function usePacking(plan: () => string, mayPack: boolean, changed: () => Promise<void>) {
  const { find, start, ...work } = useBackgroundWork(changed);
  if (mayPack) {
    void find(({ kind, subject }) => kind === KIND && subject.split(' ')[0] === plan());
  }
  const pack = (): Promise<boolean> =>
    start(() => answer(api.POST('/api/dispatch/plans/{plan}/packing', { params: { path: { plan: plan() } } })));
  return { ...work, start: pack };
}
