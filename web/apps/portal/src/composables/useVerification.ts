import { asProblem, plainNumber, useAct } from '@onex/client';
import { ref } from 'vue';
import { answer, api } from '../api.ts';
import type { Verdict, Verification, Wanted } from '../types.ts';

/** Whether a certificate is genuine, for anybody who has a number and a name, or the QR code. */
export function useVerification() {
  const { refusal, busy, act } = useAct();
  const found = ref<Verification | null>(null);
  const verdict = ref<Verdict | null>(null);
  let turn = 0;

  async function verify(wanted: Wanted): Promise<void> {
    const mine = ++turn;
    forget();
    const body = 'key' in wanted ? wanted : { number: plainNumber(wanted.number), name: wanted.name.trim() };
    await act(async () => {
      const answered = await answer(
        api.POST('/api/certificate/verifications', { body: { number: null, name: null, key: null, ...body } }),
      ).catch((error: unknown) => {
        if (mine !== turn || asProblem(error).code === 'certificate.no-such') {
          return null;
        }
        throw error;
      });
      if (mine === turn) {
        found.value = answered;
        verdict.value = answered?.state ?? 'NO_SUCH';
      }
    });
  }

  function forget(): void {
    found.value = null;
    verdict.value = null;
    refusal.value = null;
  }

  return { found, verdict, refusal, busy, verify, forget };
}
