import { asProblem, plainNumber } from '@onex/client';
import { ref } from 'vue';
import { answer, api } from '../api.ts';
import type { Verdict, Verification, Wanted } from '../types.ts';
import { useLatest } from './useLatest.ts';

/** Whether a certificate is genuine, for anybody who has a number and a name, or the QR code. */
export function useVerification() {
  const asking = useLatest();
  const found = ref<Verification | null>(null);
  const verdict = ref<Verdict | null>(null);

  async function verify(wanted: Wanted): Promise<void> {
    forget();
    const said = 'key' in wanted ? wanted : { number: plainNumber(wanted.number), name: wanted.name.trim() };
    const body = { number: null, name: null, key: null, ...said };
    await asking.act(
      (signal) =>
        answer(api.POST('/api/certificate/verifications', { body, signal })).catch((error: unknown) => {
          if (asProblem(error).code === 'certificate.no-such') {
            return null;
          }
          throw error;
        }),
      (answered) => {
        found.value = answered;
        verdict.value = answered?.state ?? 'NO_SUCH';
      },
    );
  }

  function forget(): void {
    asking.forget();
    found.value = null;
    verdict.value = null;
  }

  return { found, verdict, refusal: asking.refusal, busy: asking.busy, verify, forget };
}
