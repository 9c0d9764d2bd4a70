import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type ExamServer = Schemas['NodeView'];
export type Check = ExamServer['checks'][number];
export type CheckKind = Check['kind'];
export type EnrolmentCode = Schemas['ShownCode'];

export const CHECKS: CheckKind[] = ['HEARD', 'VERSION', 'DISK', 'CLOCK', 'PRACTICE'];

/** A site to choose: its name alone does not tell it from another of the same college. */
export interface SiteChoice {
  id: string;
  name: string;
  qualification: string;
  college: string;
}
