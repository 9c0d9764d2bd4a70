import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type DispatchPlan = Schemas['PlanDispatchView'];
export type Bundle = Schemas['BundleView'];
export type BundleState = Bundle['state'];
export type Finding = Schemas['PackingFinding'];
export type FindingCode = Finding['code'];
export type Delivery = Bundle['nodes'][number];

export const BUNDLE_STATES: BundleState[] = ['UNPACKED', 'PACKED', 'STALE', 'BLOCKED'];
export const DELIVERY_STATES: Delivery['state'][] = ['WAITING', 'INSTALLED', 'REFUSED'];

/** What keeps a bundle from being packed, and what does not but should be seen to before the day. */
export const PROBLEMS: FindingCode[] = ['NO_PAPER', 'PAPER_IS_DRILL', 'PAPER_ALREADY_SAT', 'ENTRY_OPEN', 'OVER', 'UNEXPECTED'];
export const WARNINGS: FindingCode[] = [
  'PAPER_IS_DRILL',
  'PAPER_ALREADY_SAT',
  'PAPER_SUPERSEDED',
  'NO_INVIGILATOR',
  'NO_PHOTO',
  'PHOTO_UNREADABLE',
];
