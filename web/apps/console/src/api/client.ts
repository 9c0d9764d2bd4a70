import type { paths } from '@onex/api-center';
import createClient, { type Middleware } from 'openapi-fetch';
import { ApiProblem, readProblem } from './problem.ts';

const XSRF_COOKIE = 'XSRF-ONEX-CENTER';
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

let signedOut: () => void = () => undefined;

/** Called when the server says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** The problem that an answer stands for; whoever is not signed in any more is led to the sign-in page. */
export function refusal(status: number, body: unknown, retryAfter: string | null): ApiProblem {
  const problem = readProblem(status, body, retryAfter);
  if (problem.code === 'access.not-signed-in') {
    signedOut();
  }
  return problem;
}

export function readCookie(name: string, cookies = document.cookie): string | null {
  const pair = cookies.split('; ').find((entry) => entry.startsWith(`${name}=`));
  return pair === undefined ? null : decodeURIComponent(pair.slice(name.length + 1));
}

/** The token that every writing request carries. */
export async function xsrfToken(): Promise<string> {
  if (readCookie(XSRF_COOKIE) === null) {
    await fetch('/api/clock', { headers: { Accept: 'application/json' } });
  }
  return readCookie(XSRF_COOKIE) ?? '';
}

const house: Middleware = {
  async onRequest({ request }) {
    if (!READING.has(request.method)) {
      request.headers.set('X-XSRF-TOKEN', await xsrfToken());
    }
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) {
      return;
    }
    const body: unknown = await response.json().catch(() => null);
    throw refusal(response.status, body, response.headers.get('Retry-After'));
  },
  onError({ error }) {
    return error instanceof ApiProblem ? error : new ApiProblem(0, 'web.unreachable');
  },
};

export const api = createClient<paths>({ baseUrl: window.location.origin, headers: { Accept: 'application/json' } });
api.use(house);

/** The body of an answer that the contract promises; refusals have already been thrown. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) {
    throw new ApiProblem(0, 'web.unexpected');
  }
  return data;
}
