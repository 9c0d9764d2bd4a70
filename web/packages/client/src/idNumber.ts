const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
/** Student numbers are shorter. */
const SHORTEST = 15;

/** What people type or paste, with full-width digits, blanks and a small x, as it is kept. */
export const plainNumber = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** Whether somebody means an ID number: it is looked for by a way that leaves no trace in addresses. */
export const looksLikeIdNumber = (typed: string): boolean => {
  const plain = plainNumber(typed);
  return plain.length >= SHORTEST && /^\d+X?$/.test(plain);
};

/** What is wrong with an ID number, so far as one can see without asking. */
export function flawOf(typed: string): 'length' | 'check' | null {
  const plain = plainNumber(typed);
  if (plain.length !== 18) {
    return 'length';
  }
  const sum = WEIGHTS.reduce((all, weight, place) => all + weight * Number(plain[place]), 0);
  return CHECKS[sum % 11] === plain[17] ? null : 'check';
}
