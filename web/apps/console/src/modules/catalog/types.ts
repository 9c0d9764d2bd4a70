import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type Qualification = Schemas['Qualification'];
export type Scheme = Schemas['Scheme'];
