import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { components } from '@onex/api-center';
import { anywhere, expectAccessible, picture, test } from './support.ts';

type Schemas = components['schemas'];
type Answer = Schemas['InquiryAnswer'];
type OwnCertificate = Schemas['OwnCertificateView'];
type Verification = Schemas['VerificationView'];
type Refusal = { status: number; code: string; facts?: object };

/** What anybody may ask without an account, on a phone. What needs an exam that was sat is answered by us, the rest by the product. */
test.use({ viewport: { width: 360, height: 740 } });

const ID = '999999200603150011';
const TICKET = '2024051800000174';
const NUMBER = '101010101202420000017';
const QUALIFICATION = '网店运营推广职业技能等级证书';

const answerOf = (state: Answer['state'], some: Partial<Answer> = {}): Answer => ({
  name: '欧阳𠮷',
  plan: { name: '2024年第一次网店运营推广全国统考' },
  college: '青岚职业技术学院',
  qualification: QUALIFICATION,
  level: 'INTERMEDIATE',
  state,
  printed: { from: '2024-06-10', to: '2024-06-12' },
  opens: state === 'NOT_YET' ? null : '2024-06-10T00:00:00+08:00',
  closes: state === 'NOT_YET' ? null : '2024-06-13T00:00:00+08:00',
  entries:
    state === 'NOT_YET'
      ? null
      : [
          { subject: 'THEORY', status: 'SCORED', score: 86, full: 100 },
          { subject: 'PRACTICAL', status: 'SCORED', score: 74, full: 100 },
        ],
  eachAtLeast: 60,
  outcome: state === 'NOT_YET' ? null : 'PASSED',
  ...some,
});

const certificate = (some: Partial<OwnCertificate> = {}): OwnCertificate => ({
  number: NUMBER,
  qualification: QUALIFICATION,
  level: 'INTERMEDIATE',
  issuedOn: '2024-07-01',
  state: 'VALID',
  downloadable: true,
  reason: null,
  ...some,
});

const verification = (some: Partial<Verification> = {}): Verification => ({
  state: 'GENUINE',
  number: NUMBER,
  name: '欧阳𠮷',
  idNumber: '9999**********0011',
  qualification: QUALIFICATION,
  level: 'INTERMEDIATE',
  awardingBody: '鸿科教育科技（北京）有限公司',
  college: '青岚职业技术学院',
  issuedOn: '2024-07-01',
  revoked: null,
  photo: null,
  ...some,
});

/** Answers in the place of the product, and keeps what was asked. */
async function serve(page: Page, address: string, answers: () => object | Refusal | Buffer): Promise<unknown[]> {
  const asked: unknown[] = [];
  await page.route(`**/api/${address}`, async (route) => {
    asked.push(route.request().postDataJSON());
    const given = answers();
    if (Buffer.isBuffer(given)) {
      await route.fulfill({ status: 200, contentType: 'application/pdf', body: given });
    } else if ('code' in given) {
      await route.fulfill({ status: given.status, contentType: 'application/problem+json', body: JSON.stringify(given) });
    } else {
      await route.fulfill({ json: given });
    }
  });
  return asked;
}

async function look(page: Page, name: string): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  await expectAccessible(page);
  await picture(page, name, true);
}

async function inquire(page: Page, ticket = TICKET): Promise<void> {
  await page.getByLabel('姓名', { exact: true }).fill('欧阳𠮷');
  await page.getByLabel('身份证号', { exact: true }).fill(ID);
  await page.getByLabel('准考证号', { exact: true }).fill(ticket);
  await page.getByRole('button', { name: '查询', exact: true }).click();
}

/** Whoever comes next to this machine finds nothing. */
async function expectNoTrace(page: Page): Promise<void> {
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
  expect(kept).not.toContain(ID);
  expect(kept).not.toContain(TICKET);
}

test('the ways of the portal are found by thumb and by keyboard', async ({ page }) => {
  await page.goto('/');
  await look(page, 'portal-home');
  const own = page.getByRole('link', { name: /^查成绩与证书 用姓名/ });
  await own.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('查成绩与证书');
  await expect(page).toHaveTitle(/查成绩与证书/);
  await expect(page.locator('main')).toBeFocused();
  for (const link of await page.getByRole('navigation').getByRole('link').all()) {
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面');
  await look(page, 'portal-not-found');
});

test('what can be seen to be wrong is said before anybody is asked', async ({ page }) => {
  const asked = await serve(page, 'result/inquiries', () => answerOf('FINAL'));
  await page.goto('/results');
  await page.getByLabel('姓名', { exact: true }).fill('欧阳𠮷');
  await page.getByLabel('身份证号', { exact: true }).fill(ID.replace(/1$/, '8'));
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.getByText('身份证号有误，请逐位核对。', { exact: true })).toBeVisible();
  await expect(page.getByText('准考证号是 16 位数字，请核对。', { exact: true })).toBeVisible();
  await expect(page.getByLabel('身份证号', { exact: true })).toBeFocused();
  expect(asked).toEqual([]);
  await look(page, 'portal-flaws');
});

test('the product tells nobody anything without the right proof, and what was typed stays', async ({ page }) => {
  await page.goto('/results');
  await inquire(page);
  await expect(page.getByRole('alert')).toContainText('没有查到');
  await expect(page.getByLabel('身份证号', { exact: true })).toHaveValue(ID);
  await expect(page.getByLabel('准考证号', { exact: true })).toHaveValue(TICKET);
  await look(page, 'portal-wrong-proof');
  await expectNoTrace(page);
});

test('before the publicity only its days are told', async ({ page }) => {
  await serve(page, 'result/inquiries', () => answerOf('NOT_YET'));
  await page.goto('/results');
  await inquire(page);
  await expect(page.getByText('还没有公示', { exact: true })).toBeVisible();
  await expect(page.getByText(/公示日期为 6月10日–6月12日/)).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await look(page, 'portal-not-yet');
});

test('in the publicity both subjects, the rule and the way to a review are shown', async ({ page }) => {
  const entries: Answer['entries'] = [
    { subject: 'THEORY', status: 'SCORED', score: 58, full: 100 },
    { subject: 'PRACTICAL', status: 'ABSENT', score: null, full: 100 },
  ];
  const answered = [answerOf('PUBLICITY', { entries, outcome: 'FAILED' }), answerOf('UNDER_REVIEW', { entries, outcome: 'FAILED' })];
  const asked = await serve(page, 'result/inquiries', () => answered.shift() ?? {});
  await page.goto('/results');
  await inquire(page, '2024 0518 0000 0174');
  await expect(page.getByRole('heading', { name: '欧阳𠮷的成绩', exact: true })).toBeFocused();
  await expect(page.getByRole('row', { name: '实操 缺考 100', exact: true })).toBeVisible();
  await expect(page.getByText('不合格', { exact: true })).toBeVisible();
  await expect(page.getByText('每一科都达到 60 分为合格。', { exact: true })).toBeVisible();
  await expect(page.getByText(/向所在院校（青岚职业技术学院）说明科目和理由/)).toBeVisible();
  await expect(page.getByText(/2024年6月12日\(周三\) 23:59:59/)).toBeVisible();
  await look(page, 'portal-publicity');
  expect(asked).toEqual([{ name: '欧阳𠮷', idNumber: ID, ticket: TICKET }]);
  await page.getByRole('button', { name: '重新查询', exact: true }).click();
  await expect(page.getByLabel('姓名', { exact: true })).toBeFocused();
  await expect(page.getByLabel('身份证号', { exact: true })).toHaveValue('');
  await inquire(page);
  await expect(page.getByText('复核中', { exact: true })).toBeVisible();
  await expect(page.getByText(/不能直接申请/)).toHaveCount(0);
  await look(page, 'portal-under-review');
});

test('who has passed gets the certificate as a file, and nothing stays behind', async ({ page }) => {
  await serve(page, 'result/inquiries', () => answerOf('FINAL'));
  await serve(page, 'certificate/inquiries', () => certificate());
  const downloads: (Refusal | Buffer)[] = [{ status: 409, code: 'certificate.fee-not-cleared' }, Buffer.from('%PDF-1.7 fictional')];
  await serve(page, 'certificate/downloads', () => downloads.shift() ?? {});
  await page.goto('/results');
  await inquire(page);
  await expect(page.getByText(NUMBER, { exact: true })).toBeVisible();
  await look(page, 'portal-final');
  const button = page.getByRole('button', { name: '下载证书（PDF）', exact: true });
  await button.click();
  await expect(page.getByRole('alert')).toContainText('还没有结清');
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(file.suggestedFilename()).toBe(`${NUMBER}.pdf`);
  expect(readFileSync(await file.path(), 'utf8')).toContain('%PDF');
  await expectNoTrace(page);
  await page.getByRole('link', { name: '首页', exact: true }).click();
  await page.goBack();
  await expect(page.getByLabel('身份证号', { exact: true })).toHaveValue('');
  await expect(page.getByText(anywhere(NUMBER))).toHaveCount(0);
});

test('why there is no certificate to download is said', async ({ page }) => {
  const answers: (OwnCertificate | Refusal)[] = [
    { status: 404, code: 'certificate.none' },
    certificate({ downloadable: false, reason: 'FEE_NOT_CLEARED' }),
    certificate({ downloadable: false, reason: 'REVOKED', state: 'REVOKED' }),
  ];
  await serve(page, 'result/inquiries', () => answerOf('FINAL'));
  await serve(page, 'certificate/inquiries', () => answers.shift() ?? {});
  await page.goto('/results');
  await inquire(page);
  for (const [name, words] of [
    ['none', '证书还没有签发'],
    ['not-cleared', /暂时不能下载/],
    ['revoked', /已被撤销，不能下载/],
  ] as const) {
    await expect(page.getByText(words, { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: '下载证书（PDF）', exact: true })).toHaveCount(0);
    await look(page, `portal-certificate-${name}`);
    if (answers.length > 0) {
      await page.getByRole('button', { name: '重新查询', exact: true }).click();
      await inquire(page);
    }
  }
});

test('who asked too often is told how long to wait', async ({ page }) => {
  await serve(page, 'result/inquiries', () => ({ status: 429, code: 'result.too-many-inquiries', facts: { retryAfterSeconds: 42 } }));
  await page.goto('/results');
  await inquire(page);
  await expect(page.getByRole('alert')).toContainText('请在 42 秒后再试');
  await page.route('**/api/result/inquiries', (route) => route.abort());
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('连不上服务器');
  await expect(page.getByLabel('身份证号', { exact: true })).toHaveValue(ID);
});

test('the product knows no such certificate, by number and by key', async ({ page }) => {
  await page.goto('/verify');
  await look(page, 'portal-verify');
  await page.getByLabel('证书编号', { exact: true }).fill('12345');
  await page.getByRole('button', { name: '查验', exact: true }).click();
  await expect(page.getByText('证书编号是 21 位数字，请核对。', { exact: true })).toBeVisible();
  await page.getByLabel('证书编号', { exact: true }).fill(NUMBER);
  await page.getByLabel('证书上的姓名', { exact: true }).fill('欧阳𠮷');
  await page.getByRole('button', { name: '查验', exact: true }).click();
  await expect(page.getByRole('heading', { name: '查无此证书', exact: true })).toBeFocused();
  await expect(page.getByLabel('证书编号', { exact: true })).toHaveValue(NUMBER);
  await look(page, 'portal-no-such');
  await page.goto('/');
  await page.goto('/verify#key=AAAAAAAAAAAAAAAAAAAAAA');
  await expect(page.getByRole('heading', { name: '查无此证书', exact: true })).toBeVisible();
});

test('a QR code leads to the certificate, its photo and its state, and its key reaches no address', async ({ page }) => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 25 35"><path fill="#9cf" d="M0 0h25v35H0z"/><circle cx="12.5" cy="14" r="7"/></svg>';
  const photo = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  const asked = await serve(page, 'certificate/verifications', () => verification({ photo }));
  await page.goto('/verify#key=abcdefghijklmnopqrstuv');
  await expect(page.getByRole('heading', { name: '证书真实有效', exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: '证书上的照片', exact: true })).toBeVisible();
  expect(asked).toEqual([{ number: null, name: null, key: 'abcdefghijklmnopqrstuv' }]);
  await expect(page).toHaveURL(/\/verify$/);
  expect(addresses.filter((address) => address.split('#')[0]?.includes('abcdefghij'))).toEqual([]);
  await look(page, 'portal-genuine');
});

test('a revoked certificate cannot be taken for a good one', async ({ page }) => {
  await serve(page, 'certificate/verifications', () =>
    verification({ state: 'REVOKED', revoked: { on: '2024-09-02', reason: '考试中替考，经查属实' } }),
  );
  await page.goto('/verify');
  await page.getByLabel('证书编号', { exact: true }).fill(NUMBER);
  await page.getByLabel('证书上的姓名', { exact: true }).fill('欧阳𠮷');
  await page.getByRole('button', { name: '查验', exact: true }).click();
  await expect(page.getByRole('heading', { name: '证书已撤销', exact: true })).toBeVisible();
  await expect(page.getByText('考试中替考，经查属实', { exact: true })).toBeVisible();
  await expect(page.getByText(/证书真实有效/)).toHaveCount(0);
  await look(page, 'portal-verify-revoked');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await picture(page, 'portal-verify-revoked-contrast', true);
});
