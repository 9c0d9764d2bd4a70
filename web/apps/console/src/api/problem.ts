export { ApiProblem, asProblem, readProblem, type FieldProblem } from '@onex/client';
