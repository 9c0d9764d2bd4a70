import { computed, ref } from 'vue';
import type { Candidate } from '../types.ts';

/** People picked from the roster, kept while one turns its pages. */
export function usePicked() {
  const picked = ref(new Map<string, Candidate>());

  function pick(people: Candidate[], wanted: boolean): void {
    const next = new Map(picked.value);
    people.forEach((one) => (wanted ? next.set(one.enrolment, one) : next.delete(one.enrolment)));
    picked.value = next;
  }

  return {
    people: computed(() => [...picked.value.values()]),
    isPicked: (one: Candidate): boolean => picked.value.has(one.enrolment),
    pick,
    clear: (): void => void (picked.value = new Map()),
  };
}
