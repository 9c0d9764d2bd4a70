import { describe, expect, it } from 'vitest';
import { readCookie } from '../../../api/client.ts';
import { wayBack } from './useSignIn.ts';

describe('the way back after signing in', () => {
  it('is a path of this console', () => {
    expect(wayBack('/plans?phase=OPEN')).toBe('/plans?phase=OPEN');
  });

  it.each([['//example.invalid/'], ['https://example.invalid/'], ['/\\example.invalid'], [undefined], [['/a', '/b']]])(
    'is never %s',
    (wanted) => {
      expect(wayBack(wanted)).toBe('/');
    },
  );
});

describe('a cookie', () => {
  it('is found by its whole name', () => {
    expect(readCookie('XSRF-ONEX-CENTER', 'X-XSRF-ONEX-CENTER=no; XSRF-ONEX-CENTER=a%3Db; ONEX=1')).toBe('a=b');
    expect(readCookie('XSRF-ONEX-CENTER', 'ONEX=1')).toBeNull();
  });
});
