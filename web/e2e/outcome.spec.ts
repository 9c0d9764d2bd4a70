import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { all, codeOn, contentOf, keep, look, officerOf, proofOf, read, type Certificate, type Proof, type Result } from './outcome.ts';
import { signedIn, test } from './support.ts';

/** Real results and certificates: a rehearsal has gone through a whole examination, and the product is as it left it. */
const PLAN = 'HK-2024-1-01';
const NAME = '2024年第一次网店运营推广全国统考';
const SUBJECTS = { THEORY: '理论', PRACTICAL: '实操' };

test.describe.configure({ mode: 'serial' });

let certificates: Certificate[] = [];
let results: Result[] = [];
/** One that is valid, paid for, and will be revoked at the end. */
let ours: Certificate;
let certificateFile = '';

const found = <T>(one: T | undefined, what: string): T => {
  if (one === undefined) {
    throw new Error(`Missing: ${what}.`);
  }
  return one;
};

test.beforeAll(async ({ browser }) => {
  const body = await signedIn(browser, 'hongke');
  certificates = await all<Certificate>(body, `/api/certificate/certificates?plan=${PLAN}`);
  results = await all<Result>(body, `/api/result/plans/${PLAN}/results`);
  ours = found(
    certificates.find(({ state, cleared }) => state === 'VALID' && cleared),
    'a certificate that is valid and paid for',
  );
  await body.context().close();
});

test('the awarding body sees that all has come back, site by site, and one script', async ({ browser }) => {
  const page = await signedIn(browser, 'hongke', '/console/');
  await look(page, 'real-workbench', true);
  await page.goto('/console/returns');
  await expect(page.getByRole('row', { name: new RegExp(PLAN) })).toContainText('已收齐');
  await look(page, 'real-returns');
  await page.goto(`/console/returns/${PLAN}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look(page, 'real-returns-plan', true);
  for (const part of ['doubts', 'incidents']) {
    await page.goto(`/console/returns/${PLAN}/${part}`);
    await look(page, `real-returns-${part}`);
  }
  await page.context().close();
});

test('marking shows points and no names, and a marker sees what is left', async ({ browser }) => {
  const page = await signedIn(browser, 'hongke', '/console/marking');
  await expect(page.getByRole('row', { name: new RegExp(PLAN) })).toBeVisible();
  await look(page, 'real-marking');
  await page.goto(`/console/marking/${PLAN}`);
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await look(page, 'real-marks', true);
  const [mark] = await all<{ script: string }>(page, `/api/marking/plans/${PLAN}/marks`);
  await page.goto(`/console/marking/${PLAN}/scripts/${mark?.script}`);
  await look(page, 'real-marking-script');
  await page.goto(`/console/marking/${PLAN}/works`);
  await look(page, 'real-works');
  const shown = (await page.locator('main').textContent()) ?? '';
  expect(results.filter(({ name }) => shown.includes(name))).toEqual([]);
  await page.context().close();

  const marker = await signedIn(browser, 'hongke-marker1', '/console/marking');
  await expect(marker.getByRole('row', { name: new RegExp(PLAN) })).toBeVisible();
  await look(marker, 'real-marking-marker');
  await marker.goto(`/console/marking/${PLAN}/desk`);
  await expect(marker.getByRole('heading', { level: 1 })).toBeVisible();
  await look(marker, 'real-marking-desk');
  await marker.context().close();
});

test('the results are final, with who approved them, what was ruled and what a review corrected', async ({ browser }) => {
  const page = await signedIn(browser, 'hongke2', '/console/results');
  await expect(page.getByRole('row', { name: new RegExp(PLAN) })).toContainText('已生效');
  await look(page, 'real-results');
  await page.goto(`/console/results/${PLAN}`);
  await expect(page.getByText(/公示期已满，全部成绩已生效/)).toBeVisible();
  await look(page, 'real-result', true);
  for (const part of ['problems', 'incidents', 'reviews']) {
    await page.goto(`/console/results/${PLAN}/${part}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(page, `real-result-${part}`);
  }
  // Whoever decides a review sees what was answered and what each answer got.
  const opened = page.waitForEvent('popup');
  await page
    .getByRole('link', { name: /^查看作答与得分：/ })
    .first()
    .click();
  const script = await opened;
  await expect(script.getByRole('table').getByRole('row').nth(1)).toBeVisible();
  await look(script, 'real-review-script', true);
  await script.close();
  await page.goto(`/console/results/${PLAN}/sheet`);
  const some = found(results[0], 'a result');
  await expect(page.getByText(some.name, { exact: true }).first()).toBeVisible();
  await look(page, 'real-result-sheet', true);
  await page.context().close();
});

test('the certificates bear two signatures and are downloaded one by one and as a whole', async ({ browser }) => {
  const page = await signedIn(browser, 'hongke', '/console/certificates');
  await expect(page.getByRole('row', { name: new RegExp(NAME) })).toBeVisible();
  await look(page, 'real-certificate-plans');
  await page.goto(`/console/certificates/issues?plan=${PLAN}`);
  await expect(page.getByRole('row').filter({ hasText: ours.college.name }).first()).toBeVisible();
  await look(page, 'real-certificate-issues', true);
  await page.goto(`/console/certificates/issues/${ours.issue}`);
  await expect(page.getByText(ours.number, { exact: true })).toBeVisible();
  const signatures = (await read<{ signatures: { by: string }[] }>(page, `/api/certificate/issues/${ours.issue}`)).signatures;
  expect(signatures).toHaveLength(2);
  for (const { by } of signatures) {
    await expect(page.getByText(new RegExp(`^${by}，`))).toBeVisible();
  }
  await look(page, 'real-certificate-issue', true);
  const archive = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载本批证书（.zip）', exact: true }).click();
  expect((await contentOf(await archive)).subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
  await page.context().close();

  const college = await signedIn(browser, officerOf(ours.college), `/console/certificates/issued?plan=${PLAN}`);
  await expect(college.getByRole('row', { name: new RegExp(ours.number) })).toContainText('有效');
  await look(college, 'real-certificates-college');
  const file = college.waitForEvent('download');
  await college
    .getByRole('row', { name: new RegExp(ours.number) })
    .getByRole('link', { name: `下载证书：${ours.name}`, exact: true })
    .click();
  const content = await contentOf(await file);
  expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  certificateFile = keep('certificate', content);
  expect(execFileSync('pdftotext', [certificateFile, '-']).toString()).toContain(ours.number);
  await college.goto(`/console/results/${PLAN}/sheet`);
  await look(college, 'real-result-sheet-college');
  await college.context().close();
});

/** At a telephone. */
async function onThePhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
}

async function inquire(page: Page, { name, idNumber, ticket }: Proof): Promise<void> {
  await page.goto('/results');
  await page.getByLabel('姓名', { exact: true }).fill(name);
  await page.getByLabel('身份证号', { exact: true }).fill(idNumber);
  await page.getByLabel('准考证号', { exact: true }).fill(ticket);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.getByRole('heading', { name: `${name}的成绩`, exact: true })).toBeVisible();
}

test('candidates find their score and their certificate by what stands on card and ticket', async ({ page, browser }) => {
  await onThePhone(page);
  const certified = found(
    results.find(({ key }) => key.candidate === ours.key.candidate),
    'the result behind the certificate',
  );
  const failed = found(
    results.find(({ outcome, ticket }) => outcome === 'FAILED' && ticket !== null),
    'somebody who failed',
  );
  for (const [who, name] of [
    [certified, 'passed'],
    [failed, 'failed'],
  ] as const) {
    const college = await signedIn(browser, officerOf(who.college));
    const proof = await proofOf(college, who);
    await college.context().close();
    await inquire(page, proof);
    await expect(page.getByText('最终成绩', { exact: true })).toBeVisible();
    for (const { subject, score } of who.entries) {
      const row = page.getByRole('row', { name: new RegExp(`^${SUBJECTS[subject]}`) });
      await expect(row).toContainText(score === null ? /缺考|成绩无效|无成绩/ : `${score}`);
    }
    await expect(page.getByText(who.outcome === 'PASSED' ? '合格' : '不合格', { exact: true })).toBeVisible();
    if (who === certified) {
      const file = page.waitForEvent('download');
      await page.getByRole('button', { name: '下载证书（PDF）', exact: true }).click();
      expect(await contentOf(await file)).toEqual(readFileSync(certificateFile));
    }
    await look(page, `real-portal-${name}`);
  }
});

async function verify(page: Page, { number, name }: Certificate): Promise<void> {
  await page.goto('/verify');
  await page.getByLabel('证书编号', { exact: true }).fill(number);
  await page.getByLabel('证书上的姓名', { exact: true }).fill(name);
  await page.getByRole('button', { name: '查验', exact: true }).click();
}

test('a stranger verifies by number and name and by the code, and a revoked one says so at once', async ({ page, browser }) => {
  await onThePhone(page);
  await verify(page, ours);
  await expect(page.getByRole('heading', { name: '证书真实有效', exact: true })).toBeVisible();
  await look(page, 'real-verify-genuine');
  const key = /\/verify#key=.+$/.exec(codeOn(certificateFile))?.[0] ?? '';
  expect(key).not.toBe('');
  await page.goto('/');
  await page.goto(key);
  await expect(page.getByRole('heading', { name: '证书真实有效', exact: true })).toBeVisible();
  const photo = page.getByRole('img', { name: '证书上的照片', exact: true });
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await look(page, 'real-verify-genuine-code');

  const body = await signedIn(browser, 'hongke', `/console/certificates/issued?plan=${PLAN}`);
  await body
    .getByRole('row', { name: new RegExp(ours.number) })
    .getByRole('button', { name: `撤销证书：${ours.name}`, exact: true })
    .click();
  const dialog = body.getByRole('dialog', { name: '撤销证书', exact: true });
  await dialog.getByLabel('撤销原因', { exact: true }).fill('经查实为他人代考');
  await dialog.getByRole('button', { name: '撤销证书', exact: true }).click();
  await expect(body.getByText(`${ours.name}的证书已撤销。`, { exact: true })).toBeVisible();
  await look(body, 'real-certificates', true);
  await body.context().close();

  for (const again of [() => verify(page, ours), () => page.goto('/').then(() => page.goto(key))]) {
    await again();
    await expect(page.getByRole('heading', { name: '证书已撤销', exact: true })).toBeVisible();
    await expect(page.getByText('经查实为他人代考', { exact: true })).toBeVisible();
    await expect(page.getByText(/证书真实有效/)).toHaveCount(0);
  }
  await look(page, 'real-verify-revoked');
});

test('what was printed for the day can still be looked at', async ({ browser }) => {
  const seen = new Set<string>();
  for (const login of new Set(results.map(({ college }) => officerOf(college)))) {
    const college = await signedIn(browser, login);
    const prints = await all<{ id: string; site: { id: string } | null; files: { name: string; kind: string }[] }>(
      college,
      `/api/printing/prints?plan=${PLAN}`,
    );
    for (const { id, files } of prints) {
      for (const { name, kind } of files.filter((file) => !seen.has(file.kind))) {
        const answer = await college.request.get(`/api/printing/prints/${id}/files/${encodeURIComponent(name)}`);
        expect(answer.ok(), name).toBe(true);
        keep(kind.toLowerCase().replaceAll('_', '-'), await answer.body());
        seen.add(kind);
      }
    }
    const site = prints.find((print) => print.site !== null)?.site;
    if (site && seen.size > 3 && !seen.has('page')) {
      await college.goto(`/console/seating/${PLAN}/${site.id}/prints`);
      await expect(college.getByText('可下载', { exact: true }).first()).toBeVisible();
      await look(college, 'real-prints');
      seen.add('page');
    }
    await college.context().close();
  }
  expect([...seen].sort()).toEqual(['DESK_LABEL', 'DOOR_NOTICE', 'SIGN_IN_SHEET', 'TICKET', 'page']);
});

test('no ID number lies in clear on the disk of the centre, also none in its logs', () => {
  const data = found(process.env.ONEX_DATA, 'a data directory: ONEX_DATA names it');
  const number = '(^|[^0-9])999999(19|20)[0-9]{9}[0-9X]([^0-9]|$)';
  const { status, stdout } = spawnSync('grep', ['-rlaE', '--exclude-dir=programs', number, data], {
    env: { LC_ALL: 'C', PATH: process.env.PATH },
  });
  expect(stdout.toString()).toBe('');
  expect(status).toBe(1);
});
