import { isoDateOf } from '@onex/ui';
import { computed, reactive, ref } from 'vue';
import { aKey } from '../../../shell/aKey.ts';
import type { Bill, PaymentRequest } from '../types.ts';

const AMOUNT = /^\d{1,8}(\.\d{1,2})?$/;

type Field = 'amount' | 'received' | 'payer';

/** What an officer writes down about a transfer. Its key stays the same until another one is begun, however often it is sent. */
export function usePaymentForm(bill: () => Pick<Bill, 'owed' | 'college'>, now: () => number) {
  const form = reactive({ amount: '', received: '', payer: '', reference: '', remark: '' });
  const key = ref('');
  const sent = ref(false);
  const today = computed(() => isoDateOf(now()));

  /** Begins with what one would expect to arrive. */
  function begin(): void {
    const owed = Number(bill().owed) > 0 ? bill().owed : '';
    Object.assign(form, { amount: owed, received: today.value, payer: bill().college.name, reference: '', remark: '' });
    key.value = aKey();
    sent.value = false;
  }

  const amount = (): string => form.amount.replace(/[\s,，¥￥]/g, '');
  const faults = computed<Record<Field, string>>(() => ({
    amount: AMOUNT.test(amount()) && Number(amount()) > 0 ? '' : 'fee.record.amountWrong',
    received: form.received === '' ? 'fee.record.receivedMissing' : form.received > today.value ? 'fee.record.receivedLate' : '',
    payer: form.payer.trim() === '' ? 'fee.record.payerMissing' : '',
  }));

  /** What to send, or nothing as long as something is wrong. */
  function finished(): PaymentRequest | null {
    sent.value = true;
    if (Object.values(faults.value).some((fault) => fault !== '')) {
      return null;
    }
    const { received, payer, reference, remark } = form;
    return { key: key.value, amount: amount(), received, payer: payer.trim(), reference: reference.trim(), remark: remark.trim() };
  }

  /** The sentence to show beside a field; none before one has tried to send. */
  const fault = (field: Field): string => (sent.value ? faults.value[field] : '');

  return { form, today, begin, finished, fault };
}
