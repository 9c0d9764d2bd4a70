import { describe, expect, it } from 'vitest';
import { SignInSecrets } from './secrets.ts';
import { aPocket } from './testing.ts';

describe('the secret of a sign-in', () => {
  it('is the same until the answer is here, also after a reload', () => {
    const pocket = aPocket();
    const first = new SignInSecrets(pocket).of('9123');
    expect(first).toMatch(/^[0-9a-f]{48}$/);
    expect(new SignInSecrets(pocket).of(' 9123 ')).toBe(first);
  });

  it('is another one for another ticket, and after the answer', () => {
    const secrets = new SignInSecrets(aPocket());
    const first = secrets.of('9123');
    expect(secrets.of('9124')).not.toBe(first);
    secrets.forget('9123');
    expect(secrets.of('9123')).not.toBe(first);
  });
});
