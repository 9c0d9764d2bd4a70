import { expect, request, type APIRequestContext } from '@playwright/test';
import type { Candidate, MockExam } from './mock-exam.ts';
import { NODE } from './support.ts';

export function candidateAt(exam: MockExam, seat: number): Candidate {
  const candidate = exam.candidates.find((one) => one.seat === seat);
  if (candidate === undefined) {
    throw new Error(`Nobody sits at ${seat}.`);
  }
  return candidate;
}

/** A machine in the room that one candidate works at, without its screen. */
export class Machine {
  private seq = 0;

  private constructor(
    private readonly http: APIRequestContext,
    readonly attempt: string,
    readonly epoch: number,
  ) {}

  static async signIn(at: MockExam, seat: number): Promise<Machine | string> {
    const { ticket, idNumber } = candidateAt(at, seat);
    const http = await request.newContext({ baseURL: NODE });
    const answer = await http.post('/api/sitting/sign-ins', { data: { ticket, idNumber } });
    const body = (await answer.json()) as { attempt: string; epoch: number; code?: string };
    return answer.ok() ? new Machine(http, body.attempt, body.epoch) : (body.code ?? `status ${answer.status()}`);
  }

  static async at(exam: MockExam, seat: number): Promise<Machine> {
    const machine = await Machine.signIn(exam, seat);
    if (typeof machine === 'string') {
      throw new Error(`Seat ${seat}: ${machine}`);
    }
    return machine;
  }

  private async post(what: string, data: object): Promise<Record<string, unknown>> {
    const answer = await this.http.post(`/api/sitting/attempts/${this.attempt}/${what}`, { data: { epoch: this.epoch, ...data } });
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()) as Record<string, unknown>;
  }

  /** Goes on to the subject that follows. */
  async next(): Promise<Machine> {
    const answer = await this.http.post(`/api/sitting/attempts/${this.attempt}/next`, { data: {} });
    const body = (await answer.json()) as { attempt: string; epoch: number };
    expect(answer.status(), JSON.stringify(body)).toBe(200);
    return new Machine(this.http, body.attempt, body.epoch);
  }

  start = () => this.post('start', {});
  beat = () => this.post('beat', { entries: [], events: [], confirmed: [] });
  handIn = () => this.post('hand-in', { lastSeq: this.seq });

  answer(item: string, value: string) {
    this.seq += 1;
    const entries = [{ seq: this.seq, item, value, at: new Date().toISOString() }];
    return this.post('beat', { entries, events: [], confirmed: [] });
  }

  async texts(): Promise<string[]> {
    const { instructions } = (await this.beat()) as { instructions: { text: string | null }[] };
    return instructions.flatMap(({ text }) => text ?? []);
  }
}
