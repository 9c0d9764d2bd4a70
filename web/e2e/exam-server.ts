import { createHash, createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { expect, request, type APIRequestContext, type APIResponse } from '@playwright/test';

/** The exam server of a site as the centre sees it: enrols by a code and signs what it asks (docs/dispatch-protocol.md). */

const PARTS = ['@method', '@path', '@query', 'content-digest'];

export interface Delivery {
  bundle: string;
  version: number;
}

const raw = (key: KeyObject): string => Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url').toString('base64');
const typed = (code: string): string => code.replaceAll('-', '');

export class ExamServer {
  private constructor(
    private readonly center: APIRequestContext,
    private readonly key: KeyObject,
    readonly node: string,
  ) {}

  /** What a technician does with the code that the console shows. */
  static async enrolled(address: string, code: string, name: string): Promise<ExamServer> {
    const center = await request.newContext({ baseURL: address });
    const signing = generateKeyPairSync('ed25519');
    const mac = (...lines: string[]): string =>
      createHmac('sha256', typed(code))
        .update(lines.map((line) => `${line}\n`).join(''))
        .digest('hex');
    const called = typed(code).slice(0, 5);
    const keys = [raw(signing.publicKey), raw(generateKeyPairSync('x25519').publicKey)] as const;
    const proof = mac('onex-enrol-node', called, ...keys);
    const answer = await center.post('/api/node/enrolments', {
      data: { code: called, name, version: '0.1.0', signingKey: keys[0], sealingKey: keys[1], proof },
    });
    expect(answer.status(), await answer.text()).toBe(200);
    const { node, site, centerKey, ...told } = (await answer.json()) as {
      node: string;
      site: { id: string };
      centerKey: string;
      proof: string;
    };
    expect(told.proof).toBe(mac('onex-enrol-center', called, ...keys, node, site.id, centerKey));
    return new ExamServer(center, signing.privateKey, node);
  }

  async ask(method: 'GET' | 'PUT', path: string, json?: object): Promise<APIResponse> {
    const body = Buffer.from(json === undefined ? '' : JSON.stringify(json));
    const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
    const names = PARTS.map((part) => `"${part}"`);
    const parameters = `(${names.join(' ')});created=${Math.floor(Date.now() / 1000)};keyid="${this.node}";alg="ed25519"`;
    const values = [method, path, '?', digest].map((value, index) => `${names[index]}: ${value}`);
    const base = [...values, `"@signature-params": ${parameters}`].join('\n');
    const headers = {
      'Content-Type': 'application/json',
      'Content-Digest': digest,
      'Signature-Input': `onex=${parameters}`,
      Signature: `onex=:${sign(null, Buffer.from(base), this.key).toString('base64')}:`,
    };
    return this.center.fetch(path, { method, headers, data: body.length > 0 ? body : undefined });
  }

  /** Tells the centre how it is, by the centre's own time; well but for what is said. */
  async report(version: string, some: { freeBytes?: number; practised?: object | null } = {}): Promise<void> {
    const { now } = (await (await this.center.get('/api/clock')).json()) as { now: string };
    const practised = { at: now, seats: 30, handedIn: 30 };
    const answer = await this.ask('PUT', '/api/node/readiness', {
      now,
      version,
      freeBytes: 64_000_000_000,
      practised,
      exams: 0,
      ...some,
    });
    expect(answer.status(), await answer.text()).toBe(200);
  }

  async deliveries(): Promise<Delivery[]> {
    const answer = await this.ask('GET', '/api/dispatch/deliveries');
    expect(answer.status(), await answer.text()).toBe(200);
    return ((await answer.json()) as { items: Delivery[] }).items;
  }

  /** Says what became of a bundle: taken in, or why not. */
  async tell({ bundle, version }: Delivery, problem: string | null): Promise<void> {
    const state = problem === null ? 'INSTALLED' : 'REFUSED';
    const answer = await this.ask('PUT', `/api/dispatch/deliveries/${bundle}`, { version, state, problem });
    expect(answer.status(), await answer.text()).toBe(204);
  }
}
