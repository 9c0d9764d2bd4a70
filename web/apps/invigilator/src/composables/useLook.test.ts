import { expect, it } from 'vitest';
import { effectScope } from 'vue';
import { Unreachable } from '../node.ts';
import { handTimers, settled } from '../testing.ts';
import { words } from '../words.ts';
import { useLook } from './useLook.ts';

it('what was seen stays while the node is away, and nobody asks once the page is left', async () => {
  const { timers, pass, waitingFor } = handTimers();
  const answers = [async () => 1, () => Promise.reject(new Unreachable()), async () => 2];
  const scope = effectScope();
  const look = scope.run(() => useLook(() => (answers.shift() ?? (async () => 3))(), timers));
  await settled();
  expect([look?.seen.value, look?.problem.value]).toEqual([1, '']);
  await pass(5000);
  expect([look?.seen.value, look?.problem.value]).toEqual([1, words.unreachable]);
  await pass(5000);
  expect([look?.seen.value, look?.problem.value]).toEqual([2, '']);
  scope.stop();
  expect(waitingFor(5000)).toBe(0);
});
