import type { components } from '@onex/api-center';

/** How far a plan is. */
export type Phase = components['schemas']['PlanSummary']['phase'];

const OVER: Phase[] = ['MARKING', 'PUBLICITY', 'FINISHED'];

/** Whether everybody has sat. */
export const isOver = (phase: Phase): boolean => OVER.includes(phase);
