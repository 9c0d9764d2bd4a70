import { computed, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';

/** The list of notices; the place in it lives in the address. */
export function useNoticeList() {
  const route = useRoute();
  const router = useRouter();
  const after = computed(() => (typeof route.query.after === 'string' ? route.query.after : undefined));
  const asked = useAsk(() => answer(api.GET('/api/plan/notices', { params: { query: { after: after.value, limit: 20 } } })));
  watch(after, () => route.name === 'notices' && void asked.load(), { immediate: true });

  const trail = (): string[] => {
    const kept: unknown = window.history.state?.trail;
    return Array.isArray(kept) ? kept.map(String) : [];
  };
  const go = (place: string | undefined, way: string[]): void =>
    void router.push({ name: 'notices', query: { after: place }, state: { trail: way } });

  return {
    ...asked,
    hasPrevious: computed(() => after.value !== undefined),
    next: (): void => go(asked.data.value?.next ?? undefined, [...trail(), after.value ?? '']),
    previous: (): void => go(trail().at(-1) || undefined, trail().slice(0, -1)),
  };
}
