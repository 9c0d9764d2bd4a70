import type { paths } from '@onex/api-center';
import createClient, { type Client as Typed } from 'openapi-fetch';
import { ApiProblem, readProblem } from './problem.ts';

const XSRF_COOKIE = 'XSRF-ONEX-CENTER';
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export type Client = Typed<paths>;

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

/**
 * The centre, as a page asks it; what it refuses is thrown.
 *
 * @param refusal the problem that an answer stands for
 */
export function connect(refusal: typeof readProblem = readProblem): Client {
  const client = createClient<paths>({
    baseUrl: window.location.origin,
    headers: { Accept: 'application/json' },
    // Looked up with every request, so that whoever replaces it later is asked, too.
    fetch: (request) => fetch(request),
  });
  client.use({
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
  });
  return client;
}

/** The body of an answer that the contract promises; refusals have already been thrown. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) {
    throw new ApiProblem(0, 'web.unexpected');
  }
  return data;
}
