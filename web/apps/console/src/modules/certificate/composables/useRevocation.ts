import { ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import type { Certificate } from '../types.ts';

/** Revoking a certificate, the very one that was looked at. */
export function useRevocation() {
  const { refusal, busy, act } = useAct();
  const certificate = ref<Certificate | null>(null);

  function ask(one: Certificate): void {
    refusal.value = null;
    certificate.value = one;
  }

  /** True when it is revoked. */
  async function revoke(reason: string): Promise<boolean> {
    if (certificate.value === null) {
      return false;
    }
    const { key, version } = certificate.value;
    const call = () =>
      answer(api.POST('/api/certificate/certificates/{candidate}/{id}/revocation', { params: { path: key }, body: { version, reason } }));
    return (await act(call)) !== null;
  }

  return { certificate, refusal, busy, ask, revoke };
}
