import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

/** What proves that somebody asks for themselves. */
export type Proof = Schemas['Proof'];
export type Answer = Schemas['InquiryAnswer'];
export type Entry = NonNullable<Answer['entries']>[number];
export type OwnCertificate = Schemas['OwnCertificateView'];
export type Wanted = { number: string; name: string } | { key: string };
export type Verification = Schemas['VerificationView'];

export const STATES: Answer['state'][] = ['NOT_YET', 'PUBLICITY', 'UNDER_REVIEW', 'FINAL'];
export const LEVELS: Answer['level'][] = ['ELEMENTARY', 'INTERMEDIATE', 'ADVANCED'];
export const SUBJECTS: Entry['subject'][] = ['THEORY', 'PRACTICAL'];
export const STATUSES: Entry['status'][] = ['SCORED', 'ABSENT', 'VOID', 'LOST'];
export const OUTCOMES: NonNullable<Answer['outcome']>[] = ['PASSED', 'FAILED'];
export const REASONS: NonNullable<OwnCertificate['reason']>[] = ['FEE_NOT_CLEARED', 'REVOKED'];
export const VERDICTS = ['GENUINE', 'REVOKED', 'NO_SUCH'] as const;
export type Verdict = (typeof VERDICTS)[number];
