/** The net of the tests. */
export const net = { asked: [] as { path: string; body: unknown }[], answers: [] as { status?: number; json: unknown }[] };

async function reply(input: RequestInfo | URL): Promise<Response> {
  const request = input as Request;
  net.asked.push({ path: new URL(request.url).pathname, body: await request.json() });
  const { status = 200, json } = net.answers.shift() ?? { status: 500, json: null };
  return new Response(JSON.stringify(await json), { status, headers: { 'Content-Type': 'application/json' } });
}

/** What the server answers, one after another, and what it was asked. */
export function serve(...answers: typeof net.answers): typeof net.asked {
  globalThis.fetch = reply;
  document.cookie = 'XSRF-ONEX-CENTER=abc';
  net.answers = answers;
  net.asked = [];
  return net.asked;
}

/** An answer that has not come yet, and how it comes. */
export function pending<T>(): { json: Promise<T>; arrive: (answered: T) => void } {
  let arrive: (answered: T) => void = () => undefined;
  const json = new Promise<T>((resolve) => (arrive = resolve));
  return { json, arrive };
}
