import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type Archive = Schemas['ArchiveView'];
export type Result = Schemas['ResultView'];
export type Outcome = Result['outcome'];
export type PhotoProblem = Schemas['PhotoProblem'];

export const OUTCOMES: Outcome[] = ['REFUSED', 'KEPT'];

/** Everything that can be wrong with one photo, as the server names it. */
export const PROBLEMS = [
  'NAME_NOT_AN_ID_NUMBER',
  'PERSON_UNKNOWN',
  'PERSON_NAME_DIFFERS',
  'DUPLICATE',
  'FILE_TOO_LARGE',
  'ENCRYPTED',
  'UNSUPPORTED_COMPRESSION',
  'NESTED_ARCHIVE',
  'DAMAGED',
  'FORMAT',
  'WRONG_SIZE',
  'ROTATED',
  'COLOUR_SPACE',
  'BACKGROUND',
] as const satisfies PhotoProblem['code'][];
