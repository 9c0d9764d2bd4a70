import type { Facts } from '../../i18n.ts';

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
] as const;

export interface PhotoProblem {
  code: (typeof PROBLEMS)[number];
  facts: Facts;
}
