import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type Bill = Schemas['BillView'];
export type BillSummary = Schemas['BillSummary'];
export type BillState = BillSummary['state'];
export type BillLine = Bill['lines'][number];
export type Payment = Bill['payments'][number];
export type PaymentRequest = Schemas['PaymentRequest'];
export type Standard = Schemas['StandardView'];

export const STATES: BillState[] = ['UNPAID', 'PARTIAL', 'PAID', 'OVERPAID', 'NOTHING_DUE'];
