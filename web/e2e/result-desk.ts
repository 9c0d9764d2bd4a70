import type { Page, Route } from '@playwright/test';
import type { components } from '@onex/api-center';

type Schemas = components['schemas'];
export type Sheet = Schemas['SheetView'];
type Row = Schemas['ResultRow'];
type Problem = Schemas['ProblemView'];
type Incident = Schemas['IncidentRow'];
type Review = Schemas['ReviewRow'];

export const PLAN = 'HK-2024-1-01';
const NAME = '2024年第一次网店运营推广全国统考';
const COLLEGE = { code: 'college01', name: '青岚职业技术学院' };
const SITE = { id: '0190f4a2-7c3b-7d1e-9a12-0369cf24bb01', name: '青岚职业技术学院网店运营推广证书考核站点' };
const DIGEST = '3f2a91bc07de55aa3f2a91bc07de55aa3f2a91bc07de55aa3f2a91bc07de55aa';
const NAMES = ['安以宁', '白景明', '陈一诺', '丁若溪', '方知远', '顾清和', '韩书宇', '江晚舟'];

const uuid = (number: number): string => `0190f4a2-7c3b-7d1e-9a12-${String(number).padStart(12, '0')}`;
const page = <T>(items: T[]) => ({ items, total: { count: items.length, capped: false }, next: null });
const refusal = (status: number, code: string, facts = {}) => ({ status, body: { code, facts } });

function rowOf(name: string, index: number): Row {
  const absent = index === 4;
  const scores = [82, 91, 58, 77, 0, 95, 66, 60];
  const passed = (scores[index] ?? 0) >= 60;
  return {
    key: { candidate: uuid(100 + index), registration: uuid(200 + index) },
    name,
    idNumber: `9999**********${1000 + index}`,
    ticket: `2024051800${1000 + index}`,
    college: COLLEGE,
    className: index < 5 ? '电商2201' : '电商2202',
    site: SITE,
    qualification: { code: 'WDYY', name: '网店运营推广职业技能等级证书' },
    level: index % 2 === 0 ? 'ELEMENTARY' : 'INTERMEDIATE',
    entries: (['THEORY', 'PRACTICAL'] as const).map((subject) => ({
      subject,
      status: absent ? 'ABSENT' : 'SCORED',
      score: absent ? null : subject === 'THEORY' ? (scores[index] ?? 0) : 70 + index,
      full: 100,
      lost: null,
    })),
    outcome: passed ? 'PASSED' : 'FAILED',
    settled: false,
    review: null,
  };
}

function problemOf(kind: Problem['kind'], index: number): Problem {
  const name = NAMES[index] ?? '';
  const common = { kind, site: SITE, name, level: 'INTERMEDIATE', subject: 'PRACTICAL' } as const;
  return {
    ...common,
    key: { candidate: uuid(100 + index), registration: uuid(200 + index) },
    lost: null,
    script: kind === 'NOT_SEATED' ? null : uuid(300 + index),
    ticket: kind === 'NOT_SEATED' ? null : `2024051800${1000 + index}`,
  };
}

const incidentOf = (index: number, kind: Incident['kind'], facts: string, statement: string): Incident => ({
  incident: uuid(400 + index),
  script: uuid(300 + index),
  site: SITE,
  college: COLLEGE,
  name: NAMES[index] ?? '',
  ticket: `2024051800${1000 + index}`,
  level: 'INTERMEDIATE',
  subject: 'THEORY',
  kind,
  facts,
  statement,
  at: '2024-05-18T09:12:00+08:00',
  superseded: false,
  ruling: null,
});

/**
 * The server's part of results, for pages that cannot be had otherwise before a whole exam was sat, marked and drawn up; everything else is
 * asked of the product itself. Whoever comes with the same desk sees what others did.
 */
export class ResultDesk {
  sheet: Sheet = {
    plan: { code: PLAN, name: NAME },
    state: 'NONE',
    stale: false,
    late: true,
    drawing: null,
    drawnAt: null,
    version: 0,
    digest: null,
    people: 0,
    passed: 0,
    failed: 0,
    absent: 0,
    voided: 0,
    lost: 0,
    problems: 0,
    approvals: [],
    printed: { from: '2024-06-01', to: '2024-06-03' },
    opens: null,
    closes: null,
    reviews: { open: 0, decided: 0 },
  };
  rows = NAMES.map(rowOf);
  problems = [
    problemOf('NOT_RETURNED', 2),
    problemOf('NOT_RULED', 1),
    problemOf('NOT_MARKED', 5),
    problemOf('UNDECIDED', 6),
    problemOf('NOT_SEATED', 7),
  ];
  incidents = [
    incidentOf(1, 'CHEATING', '考生从衣袖中取出纸条，监考员当场收缴。', '纸条是草稿，没有看。'),
    incidentOf(3, 'EQUIPMENT', '考试中机器蓝屏，换到备用机继续作答，用时约 4 分钟。', ''),
  ];
  reviews: Review[] = [];
  private asked = 0;

  /** Answers for a page of somebody who is signed in; a second officer may be another name for the first. */
  async serve(at: Page, login: string, name: string, college = false): Promise<void> {
    await at.route('**/api/result/**', (route) => this.answer(route, { login, name, college }));
    await at.route('**/api/access/session', async (route) => {
      const answered = await route.fetch();
      const session = (await answered.json()) as object;
      await route.fulfill({ response: answered, json: answered.ok() ? { ...session, login, name } : session });
    });
    await at.route(`**/api/job/jobs/${uuid(1)}`, (route) => {
      this.asked += 1;
      const done = this.asked > 2;
      if (done) {
        this.draw();
      }
      const facts = done ? { people: 8, problems: this.problems.length } : {};
      return route.fulfill({
        json: {
          id: uuid(1),
          kind: 'result.draw-sheet',
          subject: PLAN,
          state: done ? 'DONE' : 'RUNNING',
          done: this.asked,
          total: 3,
          facts,
        },
      });
    });
  }

  private draw(): void {
    const problems = this.problems.length;
    Object.assign(this.sheet, {
      state: 'DRAWN',
      stale: false,
      drawing: null,
      drawnAt: '2024-06-01T10:00:00+08:00',
      digest: DIGEST,
      approvals: [],
    });
    Object.assign(this.sheet, { people: 8, passed: 6, failed: 2, absent: 2, voided: 0, lost: 0, problems });
  }

  /** Two have approved it, and the time has come. */
  publish(now: number): void {
    const [opens, closes] = [now - 3_600_000, now + 2 * 86_400_000].map((moment) => new Date(moment).toISOString());
    Object.assign(this.sheet, { state: 'PUBLICITY', late: false, opens, closes });
  }

  private async answer(route: Route, who: { login: string; name: string; college: boolean }): Promise<void> {
    const request = route.request();
    const { pathname, searchParams } = new URL(request.url());
    const body = request.method() === 'GET' ? {} : (request.postDataJSON() as Record<string, never>);
    const what = `${request.method()} ${pathname
      .replace('/api/result/', '')
      .replace(PLAN, 'P')
      .replace(/[0-9a-f-]{36}/g, 'ID')}`;
    const { status = 200, body: json } = this.does(what, body, searchParams, who, pathname) ?? refusal(404, 'request.unknown');
    await route.fulfill(json === undefined ? { status: 204 } : { status, json });
  }

  private shown(college: boolean): Sheet {
    const hidden = { people: null, passed: null, failed: null, absent: null, voided: null, lost: null };
    const before = college && !['PUBLICITY', 'FINISHED'].includes(this.sheet.state);
    return { ...this.sheet, ...(before ? hidden : {}), ...(college ? { problems: null } : {}) };
  }

  private does(
    what: string,
    body: Record<string, never>,
    query: URLSearchParams,
    who: { login: string; name: string; college: boolean },
    pathname: string,
  ): { status?: number; body?: object } | undefined {
    const at = new Date('2024-06-01T10:30:00+08:00').toISOString();
    switch (what) {
      case 'GET plans':
        return { body: page([this.shown(who.college)]) };
      case 'GET plans/P':
        return { body: this.shown(who.college) };
      case 'POST plans/P/sheet':
        this.asked = 0;
        Object.assign(this.sheet, { state: 'NONE', drawing: { job: uuid(1) }, version: this.sheet.version + 1 });
        return { status: 202, body: { job: uuid(1) } };
      case 'POST plans/P/approvals':
        if (this.sheet.approvals.some(({ login }) => login === who.login)) {
          return refusal(409, 'result.second-person');
        }
        this.sheet.approvals.push({ name: who.name, login: who.login, at });
        this.sheet.state = this.sheet.approvals.length === 2 ? 'APPROVED' : 'HALF_APPROVED';
        return { body: this.sheet };
      case 'GET plans/P/problems':
        return { body: page(this.problems) };
      case 'GET plans/P/incidents':
        return { body: page(this.incidents) };
      case 'GET plans/P/results': {
        const outcome = query.get('outcome');
        return {
          body: page(this.shown(who.college).people === null ? [] : this.rows.filter((row) => !outcome || row.outcome === outcome)),
        };
      }
      case 'PUT plans/P/incidents/ID/ruling': {
        const ruled = this.incidents.find(({ incident }) => pathname.includes(incident));
        if (ruled) {
          ruled.ruling = { ...(body as unknown as { finding: 'DISMISSED'; reason: string }), by: who.name, at };
        }
        this.sheet.stale = true;
        return { body: ruled?.ruling ?? {} };
      }
      case 'POST plans/P/losses':
        this.sheet.stale = true;
        return {};
      default:
        return this.reviewed(what, body, query, who, at);
    }
  }

  private reviewed(
    what: string,
    body: Record<string, never>,
    query: URLSearchParams,
    who: { name: string; college: boolean },
    at: string,
  ): { status?: number; body?: object } | undefined {
    const [first] = this.reviews;
    if (what === 'GET reviews') {
      const state = query.get('state');
      const some = this.reviews.filter((one) => !state || one.state === state);
      return { body: page(some.map((one) => ({ ...one, script: who.college ? null : one.script }))) };
    }
    if (what === 'POST reviews') {
      this.ask(body as unknown as { registration: string; subject: 'THEORY'; reason: string }, who.name, at);
      return { status: 201, body: this.reviews[0] ?? {} };
    }
    if (first === undefined) {
      return undefined;
    }
    if (what.endsWith('/proposal')) {
      const { outcome, finding } = body as unknown as { outcome: 'UPHELD' | 'CORRECTED'; finding: string };
      const corrected = outcome === 'CORRECTED';
      Object.assign(first, { state: corrected ? 'PROPOSED' : 'UPHELD', finding, proposedBy: who.name, proposedAt: at });
      Object.assign(first, { after: { status: 'SCORED', score: corrected ? 61 : 58 }, passedAfter: corrected });
    }
    if (what.endsWith('/confirmation')) {
      if (first.proposedBy === who.name) {
        return refusal(409, 'result.second-person');
      }
      Object.assign(first, { state: 'CORRECTED', decidedBy: who.name, decidedAt: at });
      Object.assign(this.sheet, { passed: 7, failed: 1, reviews: { open: 0, decided: 1 } });
    }
    for (const row of this.rows.filter(({ key }) => key.registration === first.registration)) {
      Object.assign(row, { review: first.state, outcome: first.state === 'CORRECTED' ? 'PASSED' : row.outcome });
    }
    return { body: first };
  }

  private ask(
    { registration, subject, reason }: { registration: string; subject: 'THEORY'; reason: string },
    by: string,
    at: string,
  ): void {
    const row = this.rows.find(({ key }) => key.registration === registration);
    const entry = row?.entries.find((one) => one.subject === subject);
    if (!row || !entry) {
      throw new Error('A review of nobody.');
    }
    row.review = 'OPEN';
    this.sheet.reviews.open += 1;
    this.reviews.unshift({
      key: { candidate: row.key.candidate, id: uuid(500) },
      registration,
      plan: this.sheet.plan,
      college: COLLEGE,
      name: row.name,
      ticket: row.ticket ?? '',
      qualification: row.qualification,
      level: row.level,
      subject,
      script: uuid(600),
      reason,
      askedBy: by,
      askedAt: at,
      state: 'OPEN',
      before: { status: entry.status, score: entry.score },
      after: null,
      passedBefore: row.outcome === 'PASSED',
      passedAfter: null,
      finding: null,
      proposedBy: null,
      proposedAt: null,
      decidedBy: null,
      decidedAt: null,
      version: 1,
    });
  }
}
