import { expect, type Browser, type Page, type Route } from '@playwright/test';
import type { components } from '@onex/api-center';
import { expectAccessible, picture, signedIn, signIn, test, widePicture } from './support.ts';

type Schemas = components['schemas'];
type Issue = Schemas['IssueView'];
type Certificate = Schemas['CertificateView'];
type Party = Issue['signatures'][number]['party'];

/** What both parties do with certificates. Before results are final there are none, so a desk of ours answers for certificates. */
const PLAN = { code: 'HK-2024-1-01', name: '2024年第一次网店运营推广全国统考' };
const COLLEGE = { code: 'college01', name: '青岚职业技术学院' };
const BODY = '鸿科教育科技（北京）有限公司';
const QUALIFICATION = { code: 'WDYY', name: '网店运营推广职业技能等级证书' };
const NAMES = ['安以宁', '白景明', '欧阳𠮷', '丁若溪'];
/** One grey point: pictures show where a photo stands, not whose. */
const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');
const uuid = (number: number): string => `0190f4a2-7c3b-7d1e-9a12-${String(number).padStart(12, '0')}`;
const pageOf = <T>(items: T[]) => ({ items, total: { count: items.length, capped: false }, next: null });

test.describe.configure({ mode: 'serial' });

class CertificateDesk {
  issue: Issue = {
    id: uuid(1),
    plan: PLAN,
    college: COLLEGE,
    awardingBody: BODY,
    number: 1,
    people: NAMES.length,
    state: 'DRAWN',
    drawnAt: '2024-06-20T09:00:00+08:00',
    digest: '3f2a91bc07de55aa3f2a91bc07de55aa3f2a91bc07de55aa3f2a91bc07de55aa',
    signatures: [],
    cleared: false,
    problems: { noPhoto: 1, noGlyph: 1 },
    making: null,
    issuedAt: null,
  };
  certificates: Certificate[] = [];
  private asked = 0;

  async serve(page: Page, party: Party, by: string): Promise<void> {
    await page.route('**/api/certificate/**', (route) => this.answer(route, party, by));
  }

  /** Some files could not be written; the rest has been made. */
  break(): void {
    const facts = { count: 2, numbers: '101010101202420000012、101010101202420000013' };
    Object.assign(this.issue, { state: 'SIGNED', making: { ...this.course(), state: 'BROKEN', code: 'certificate.files-missing', facts } });
  }

  private course(): NonNullable<Issue['making']> {
    return { state: 'RUNNING', made: 2, of: NAMES.length, code: null, facts: {} };
  }

  private make(): void {
    Object.assign(this.issue, {
      state: 'ISSUED',
      making: { ...this.course(), state: 'DONE', made: 4 },
      issuedAt: '2024-07-01T10:00:00+08:00',
    });
    this.certificates = NAMES.map((name, index) => ({
      key: { candidate: uuid(100 + index), id: uuid(200 + index) },
      issue: this.issue.id,
      number: `10101010120242000001${index}`,
      name,
      idNumber: `9999**********${1000 + index}`,
      college: COLLEGE,
      plan: PLAN,
      qualification: QUALIFICATION,
      level: 'INTERMEDIATE',
      issuedOn: '2024-07-01',
      state: 'VALID',
      revoked: null,
      cleared: this.issue.cleared,
      version: 1,
    }));
  }

  pay(): void {
    this.issue.cleared = true;
    this.certificates.forEach((one) => (one.cleared = true));
  }

  private sign(party: Party, by: string): void {
    const organization = party === 'COLLEGE' ? COLLEGE.name : BODY;
    this.issue.signatures.push({ party, organization, by, at: '2024-07-01T09:30:00+08:00' });
    const both = this.issue.signatures.length === 2;
    Object.assign(this.issue, { state: both ? 'SIGNED' : 'HALF_SIGNED', making: both ? this.course() : null });
  }

  private async answer(route: Route, party: Party, by: string): Promise<void> {
    const { pathname, searchParams } = new URL(route.request().url());
    const what = `${route.request().method()} ${pathname.replace('/api/certificate/', '').replace(/[0-9a-f-]{36}/g, 'ID')}`;
    const body = (route.request().postDataJSON() ?? {}) as { digest?: string; reason?: string };
    switch (what) {
      case 'GET plans': {
        const signed = (one: Party): number => (this.issue.signatures.some((signature) => signature.party === one) ? 0 : 1);
        const row = { plan: PLAN, issues: 1, waitingForBody: signed('AWARDING_BODY'), waitingForCollege: signed('COLLEGE') };
        const revoked = this.certificates.filter(({ state }) => state === 'REVOKED').length;
        return route.fulfill({
          json: pageOf([{ ...row, issued: this.issue.state === 'ISSUED' ? 1 : 0, certificates: this.certificates.length, revoked }]),
        });
      }
      case 'GET issues':
        return route.fulfill({
          json: pageOf(!searchParams.get('state') || searchParams.get('state') === this.issue.state ? [this.issue] : []),
        });
      case 'GET issues/ID':
        // It is made while somebody looks on.
        this.asked += this.issue.state === 'SIGNED' ? 1 : 0;
        if (this.asked > 2 && this.issue.state === 'SIGNED') {
          this.make();
        }
        return route.fulfill({ json: this.issue });
      case 'GET issues/ID/people':
        return route.fulfill({ json: pageOf(NAMES.map((name, index) => this.person(name, index))) });
      case 'POST issues/ID/signature':
        if (body.digest !== this.issue.digest) {
          return route.fulfill({ status: 409, json: { code: 'certificate.changed', facts: {} } });
        }
        this.sign(party, by);
        return route.fulfill({ json: this.issue });
      case 'POST issues/ID/making':
        this.issue.making = { ...this.course(), state: 'WAITING' };
        return route.fulfill({ status: 202, json: this.issue });
      case 'GET certificates':
        return route.fulfill({ json: pageOf(this.certificates.filter(({ name }) => name.includes(searchParams.get('text') ?? ''))) });
      case 'GET issues/ID/people/ID/ID/photo':
        return route.fulfill({ contentType: 'image/png', body: PHOTO });
      default: {
        const one = this.certificates.find(({ key }) => pathname.includes(key.id));
        if (one && what.endsWith('/revocation')) {
          Object.assign(one, { state: 'REVOKED', version: 2, revoked: { at: '2024-09-02T09:00:00+08:00', reason: body.reason, by } });
          return route.fulfill({ json: one });
        }
        return route.fulfill({ status: 404, json: { code: 'request.unknown', facts: {} } });
      }
    }
  }

  private person(name: string, index: number): Schemas['IssuedPersonView'] {
    return {
      key: { candidate: uuid(100 + index), id: uuid(200 + index) },
      name,
      idNumber: `9999**********${1000 + index}`,
      ticket: `202405180000${1000 + index}`,
      qualification: QUALIFICATION,
      level: 'INTERMEDIATE',
      number: this.certificates[index]?.number ?? null,
      hasPhoto: index !== 1,
      unprintable: '',
    };
  }
}

const desk = new CertificateDesk();

async function side(browser: Browser, party: Party, to: string): Promise<Page> {
  const body = party === 'AWARDING_BODY';
  const page = await signedIn(browser, body ? 'hongke' : 'college01');
  await desk.serve(page, party, body ? '鸿科考务甲' : '青岚考务');
  await page.goto(to);
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByText(/正在读取/)).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, name);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  await widePicture(page, `${name}-1920`);
}

test('the college signs what it was shown, by keyboard', async ({ browser }) => {
  const page = await side(browser, 'COLLEGE', '/console/');
  await page.getByRole('link', { name: '1 批待签发', exact: true }).click();
  await expect(page.getByText('待我方签发', { exact: true })).toBeVisible();
  await look(page, 'certificate-issues');
  await page.getByRole('link', { name: /第 1 批$/ }).click();
  await expect(page.getByText('1 人没有照片，证书上将没有照片。请院校在签发前补照片。', { exact: true })).toBeVisible();
  await expect(page.getByText(/1 人的姓名有字体里没有的字/)).toBeVisible();
  await expect(page.getByRole('img', { name: '安以宁的照片', exact: true })).toBeVisible();
  await look(page, 'certificate-issue');
  await page.getByRole('button', { name: '签发', exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '签发', exact: true });
  await expect(dialog.getByText('3f2a 91bc 07de 55aa', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'certificate-sign');
  await dialog.getByRole('button', { name: '签发', exact: true }).click();
  await expect(page.getByText('已签发，等待对方签发。', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '签发', exact: true })).toHaveCount(0);
  await page.context().close();
});

test('what changed under the hands of the awarding body is not signed, then its signature makes the files', async ({ browser }) => {
  const page = await side(browser, 'AWARDING_BODY', '/console/certificates');
  await look(page, 'certificate-plans');
  await page.getByRole('link', { name: PLAN.name, exact: true }).click();
  await page.getByRole('link', { name: /第 1 批$/ }).click();
  await page.getByRole('button', { name: '签发', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '签发', exact: true });
  const { digest } = desk.issue;
  desk.issue.digest = 'ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000';
  await dialog.getByRole('button', { name: '签发并生成证书', exact: true }).click();
  await expect(dialog.getByText(/已经变了，没有保存/)).toBeVisible();
  await dialog.getByRole('button', { name: '取消', exact: true }).click();
  desk.issue.digest = digest;
  await page.reload();
  await page.getByRole('button', { name: '签发', exact: true }).click();
  await dialog.getByRole('button', { name: '签发并生成证书', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: '正在生成证书', exact: true })).toBeVisible();
  await expect(page.getByText('已生成 4 份证书。', { exact: true })).toBeVisible();
  await expect(page.getByText('已签发', { exact: true })).toBeVisible();
  await expect(page.getByText(/院校还没有结清本计划的考试费用/)).toBeVisible();
  await expect(page.getByRole('link', { name: /下载本批证书/ })).toHaveCount(0);
  await look(page, 'certificate-issued');
  await page.context().close();
});

test('a college downloads once it has paid, and revokes nothing', async ({ browser }) => {
  const page = await side(browser, 'COLLEGE', '/console/certificates/issued');
  await expect(page.getByText('费用未结清', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: '下载证书：安以宁', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /撤销证书/ })).toHaveCount(0);
  desk.pay();
  await page.reload();
  await expect(page.getByRole('link', { name: '下载证书：安以宁', exact: true })).toHaveAttribute(
    'href',
    /\/api\/certificate\/certificates\/.*\/file/,
  );
  await look(page, 'certificate-list-college');
  await page.context().close();
});

test('the awarding body revokes with a reason, and says so', async ({ browser }) => {
  const page = await side(browser, 'AWARDING_BODY', '/console/certificates/issued');
  await page.getByLabel('编号或姓名', { exact: true }).fill('999999200603150011');
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.getByText(/不能用身份证号查询/)).toBeVisible();
  expect(page.url()).not.toContain('999999');
  await page.getByLabel('编号或姓名', { exact: true }).fill('欧阳');
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page).toHaveURL(/text=/);
  await page.getByRole('button', { name: '撤销证书：欧阳𠮷', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '撤销证书', exact: true });
  await dialog.getByRole('button', { name: '撤销证书', exact: true }).click();
  await expect(dialog.getByText('请写明撤销原因。', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'certificate-revoke');
  await dialog.getByLabel('撤销原因', { exact: true }).fill('考试中替考，经查属实');
  await dialog.getByRole('button', { name: '撤销证书', exact: true }).click();
  await expect(page.getByText('欧阳𠮷的证书已撤销。', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '清空', exact: true }).click();
  await expect(page.getByRole('row', { name: /安以宁/ })).toBeVisible();
  await expect(page.getByText(/鸿科考务甲：考试中替考，经查属实/)).toBeVisible();
  await look(page, 'certificate-list');
  await page.context().close();
});

test('whoever runs the installation learns what keeps certificates from being made, and has them made again', async ({ browser }) => {
  const broken = new CertificateDesk();
  broken.break();
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await broken.serve(page, 'AWARDING_BODY', '平台运营');
  await signIn(page, 'operator');
  await expect(page.getByText('生成中断 2 / 4', { exact: true })).toBeVisible();
  await look(page, 'certificate-broken-workbench');
  await page.getByRole('link', { name: '证书生成', exact: true }).first().click();
  await expect(page).toHaveURL(/certificates\/makings/);
  await expect(page.getByText(/^有 2 张证书没有生成：101010101202420000012、/)).toBeVisible();
  await expect(page.getByText(/安以宁/)).toHaveCount(0);
  await look(page, 'certificate-makings');
  await page.getByRole('button', { name: '再次生成：青岚职业技术学院，第 1 批', exact: true }).click();
  await expect(page.getByText('等待生成', { exact: true })).toBeVisible();
  await expect(page.getByText(/生成中断/)).toHaveCount(0);
  await page.context().close();
});
