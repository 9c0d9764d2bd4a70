import { connect, readProblem, type ApiProblem } from '@onex/client';

export { answer, readCookie, xsrfToken } from '@onex/client';

let signedOut: () => void = () => undefined;

/** Called when the server says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** The problem that an answer stands for; whoever is not signed in any more is led to the sign-in page. */
export function refusal(status: number, body: unknown, retryAfter: string | null = null): ApiProblem {
  const problem = readProblem(status, body, retryAfter);
  if (problem.code === 'access.not-signed-in') {
    signedOut();
  }
  return problem;
}

export const api = connect(refusal);
