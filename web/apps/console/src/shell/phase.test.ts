import { expect, it } from 'vitest';
import { isOver } from './phase.ts';

it('is over when everybody has sat, not on the first day of the exam', () => {
  const phases = ['DRAFT', 'OPEN', 'CLOSED', 'RUNNING', 'MARKING', 'PUBLICITY', 'FINISHED'] as const;
  expect(phases.filter(isOver)).toEqual(['MARKING', 'PUBLICITY', 'FINISHED']);
});
