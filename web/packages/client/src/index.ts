export { answer, connect, readCookie, xsrfToken, type Client } from './client.ts';
export { flawOf, looksLikeIdNumber, plainNumber } from './idNumber.ts';
export { ApiProblem, asProblem, readProblem, type FieldProblem } from './problem.ts';
export { fill, flatten, Sentences, type Facts, type Tree } from './sentences.ts';
export { useAct } from './useAct.ts';
