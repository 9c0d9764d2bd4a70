import { computed, watch } from 'vue';
import { useRoute } from 'vue-router';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { returnsOf } from '../plans.ts';
import type { ServerNames } from '../words.ts';

/** One script with its answers: the revision that counts, or the one that the address names. */
export function useScript(plan: string, script: string) {
  const route = useRoute();
  const word = (key: string): string | undefined => (typeof route.query[key] === 'string' ? route.query[key] : undefined);
  const asked = useAsk(() => {
    const revision = Number(word('revision')) || undefined;
    const params = { path: { script }, query: { node: word('node'), revision } };
    return answer(api.GET('/api/script/scripts/{script}', { params }));
  });
  const sites = useAsk(() => returnsOf(plan));
  watch(
    () => route.query,
    () => route.name === 'returned-script' && void asked.load(),
    { immediate: true },
  );
  void sites.load();
  const names = computed<ServerNames>(() => new Map(sites.data.value?.flatMap(({ nodes }) => nodes.map(({ id, name }) => [id, name]))));
  return { ...asked, names };
}
