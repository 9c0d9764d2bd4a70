import { describe, expect, it } from 'vitest';
import { wrongWith } from './usePasswordChange.ts';

describe('a change of the password', () => {
  const right = { present: 'the old one', wanted: 'a long new one', again: 'a long new one' };

  it('is sent when everything is there', () => {
    expect(wrongWith(right)).toBeNull();
  });

  it.each([
    [{ ...right, present: '' }, 'incomplete'],
    [{ ...right, again: '' }, 'incomplete'],
    [{ ...right, wanted: '123456789', again: '123456789' }, 'short'],
    [{ ...right, again: 'a long new one ' }, 'differ'],
  ])('is not sent as %o', (form, wrong) => {
    expect(wrongWith(form)).toBe(wrong);
  });
});
