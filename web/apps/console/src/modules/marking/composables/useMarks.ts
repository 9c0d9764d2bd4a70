import { computed, reactive, ref, watch } from 'vue';
import { useSession } from '../../../shell/session.ts';
import { allPoints, totalOf, type Typed } from '../points.ts';
import type { Work } from '../types.ts';

const KEPT = 'onex.marking.draft';

/** The points and the remark that a marker is giving to one work. What is not saved yet outlives a reload of the page, in its tab. */
export function useMarks({ work, rubric, points: given, remark: said }: Work) {
  const of = [useSession().session?.login, work.script, work.item, work.version].join(' ');
  const typed = reactive<Typed>({});
  const remark = ref(said ?? '');
  rubric.forEach(({ id }) => (typed[id] = given?.[id]?.toString() ?? ''));

  const kept = sessionStorage.getItem(KEPT);
  if (kept !== null) {
    const draft = JSON.parse(kept) as { of: string; typed: Typed; remark: string };
    if (draft.of === of) {
      Object.assign(typed, draft.typed);
      remark.value = draft.remark;
    }
  }
  watch([typed, remark], () => sessionStorage.setItem(KEPT, JSON.stringify({ of, typed, remark: remark.value })));

  return {
    typed,
    remark,
    total: computed(() => totalOf(rubric, typed)),
    points: computed(() => allPoints(rubric, typed)),
    missing: computed(() => rubric.filter(({ id }) => (typed[id] ?? '').trim() === '').length),
    forget: (): void => sessionStorage.removeItem(KEPT),
  };
}
