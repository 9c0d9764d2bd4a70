import { watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Bill, PaymentRequest } from '../types.ts';

/** One bill by its id, and what its awarding body does with it. */
export function useBill(id: () => string) {
  const params = (): { path: { id: string } } => ({ path: { id: id() } });
  const asked = useAsk(() => answer(api.GET('/api/fee/bills/{id}', { params: params() })));
  const { refusal, busy, act } = useAct();
  watch(id, () => void asked.load(), { immediate: true });

  /** True when it is done. */
  async function change(doing: () => Promise<Bill>): Promise<boolean> {
    const changed = await act(doing);
    asked.data.value = changed ?? asked.data.value;
    return changed !== null;
  }

  return {
    ...asked,
    refusal,
    busy,
    record: (body: PaymentRequest) => change(() => answer(api.POST('/api/fee/bills/{id}/payments', { params: params(), body }))),
    revoke: (payment: string, reason: string) =>
      change(() => answer(api.POST('/api/fee/payments/{id}/revocation', { params: { path: { id: payment } }, body: { reason } }))),
  };
}
