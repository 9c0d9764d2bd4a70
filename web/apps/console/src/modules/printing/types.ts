import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type Print = Schemas['PrintView'];
export type PrintFile = Print['files'][number];
export type PrintKind = Print['kinds'][number];

export const KINDS: PrintKind[] = ['TICKET', 'SIGN_IN_SHEET', 'DESK_LABEL', 'DOOR_NOTICE'];
