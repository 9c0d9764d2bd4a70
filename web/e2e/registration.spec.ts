import { expect, type Page } from '@playwright/test';
import { csv, idNumber } from './roster.ts';
import { anywhere, expectAccessible, picture, signedIn, signIn, test, widePicture } from './support.ts';

const PLAN = 'HK-2024-1-03';
const PLAN_NAME = '2024年第三次网店运营推广全国统考';
const QUALIFICATION = '网店运营推广职业技能等级证书';
const COLLEGE = '示范一职业技术学院';
const SITE = `${COLLEGE}网店运营推广证书考核站点`;
const CLASS = '电商2201班';
const HEADINGS = ['学生姓名', '身份证号', '学生类型', '所属院校', '考核站点', '考试计划名称', '报考证书', '证书等级'];

interface Person {
  candidate: string;
  enrolment: string;
  id: string;
  name: string;
  version: number;
  state: string;
}

async function token(page: Page): Promise<Record<string, string>> {
  const cookies = await page.context().cookies();
  return { 'X-XSRF-TOKEN': cookies.find((cookie) => cookie.name === 'XSRF-ONEX-CENTER')?.value ?? '' };
}

async function listed(page: Page, address: string): Promise<Person[]> {
  return ((await (await page.request.get(address)).json()) as { items: Person[] }).items;
}

async function send(page: Page, address: string, data: object): Promise<{ id: string; idNumber: string }> {
  const answer = await page.request.post(address, { headers: await token(page), data });
  expect(answer.ok(), `${address} ${answer.status()}`).toBe(true);
  return (await answer.json()) as { id: string; idNumber: string };
}

/** An approved site, as the college and the body would make one. */
async function approvedSite(college: Page, body: Page): Promise<void> {
  if ((await listed(college, '/api/site/sites?qualification=WDYY&state=APPROVED')).length > 0) {
    return;
  }
  const rooms = [{ name: '301室', building: '实训楼', machines: 60, spareMachines: 3, cameras: true, network: true }];
  const details = { name: SITE, address: '安徽省示范市学府路1号', managerName: '张示范', managerPhone: '12000000001', rooms };
  const { id } = await send(college, '/api/site/sites', { qualification: 'WDYY', details });
  const at = async (): Promise<{ version: number }> =>
    (await (await college.request.get(`/api/site/sites/${id}`)).json()) as { version: number };
  await send(college, `/api/site/sites/${id}/submission`, { version: (await at()).version });
  await send(body, `/api/site/sites/${id}/approval`, { version: (await at()).version });
}

/** Takes back what an earlier run registered. */
async function takeBack(college: Page): Promise<void> {
  const left = await listed(college, `/api/registration/registrations?plan=${PLAN}&state=OPEN&limit=200`);
  for (const { candidate, id, version } of left) {
    await send(college, `/api/registration/registrations/${candidate}/${id}/withdrawal`, { version });
  }
}

let ready: Person[] = [];

async function choosePlan(page: Page, label: string, words: string): Promise<void> {
  const box = page.getByLabel(label, { exact: true });
  await box.click();
  await box.pressSequentially(words);
  await page.getByRole('option', { name: new RegExp(PLAN) }).click();
}

/** The same by keyboard alone: what is found first is taken. */
async function typePlan(page: Page, label: string, words: string): Promise<void> {
  const box = page.getByLabel(label, { exact: true });
  await box.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: new RegExp(PLAN) })).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);
  await picture(page, 'registration-plans');
  await page.keyboard.press('Enter');
}

test.describe.configure({ mode: 'serial' });
// Axe measures contrasts, and a dialog that still fades in has none.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.beforeAll(async ({ browser }) => {
  const college = await signedIn(browser, 'college01');
  const body = await signedIn(browser, 'hongke');
  await approvedSite(college, body);
  await takeBack(college);
  ready = await listed(college, `/api/candidate/enrolments?state=ACCURATE&className=${encodeURIComponent(CLASS)}`);
  expect(ready.length).toBeGreaterThan(3);
});

test('a college that registered nobody is told what belongs here', async ({ page }) => {
  await signIn(page, 'college06', '/console/registrations');
  await expect(page.getByText('还没有人报考', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'registration-none');
});

test('an officer chooses people of a class, registers them and is told who could not be', async ({ page }) => {
  await signIn(page, 'college01', '/console/registrations');
  await page.getByRole('link', { name: '选择考生报考', exact: true }).click();
  await expect(page.getByRole('button', { name: '报考 0 人', exact: true })).toBeDisabled();
  await expectAccessible(page);
  await picture(page, 'registration-register-begin');
  await choosePlan(page, '考试计划', '第三次网店');
  await expect(page).toHaveURL(new RegExp(`plan=${PLAN}`));
  await expect(page.getByText(/报名截止 2024年5月28日\(周二\) 23:59:59，还剩 \d+ 天/)).toBeVisible();
  await page.getByLabel('证书与等级', { exact: true }).selectOption({ label: `${QUALIFICATION} · 初级` });
  await expect(page.getByLabel('考核站点', { exact: true }).locator('option:checked')).toHaveText(SITE);
  await page.getByLabel('班级', { exact: true }).selectOption(CLASS);
  await expect(page).toHaveURL(/class=/);
  await expect(page.getByRole('row', { name: /电商2304班/ })).toHaveCount(0);

  const [first, second] = ready;
  await page.getByRole('checkbox', { name: `选择${first?.name}`, exact: true }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('checkbox', { name: `选择${second?.name}`, exact: true }).check();
  await expect(page.getByText('已选 2 人', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'registration-register');
  await widePicture(page, 'registration-register-1920');
  await page.getByRole('button', { name: '报考 2 人', exact: true }).click();
  await expect(page.getByText('已报考 2 人，每人按科目各有一条报考记录。', { exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`${first?.name}.*已报考这个等级`) })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: `选择${first?.name}`, exact: true })).toBeDisabled();

  await page.getByLabel('证书与等级', { exact: true }).selectOption({ label: `${QUALIFICATION} · 高级` });
  await expect(page.getByRole('checkbox', { name: `选择${first?.name}`, exact: true })).toBeEnabled();
  await page.getByRole('checkbox', { name: /选择本页可报考的 \d+ 人/ }).check();
  await page.getByRole('button', { name: `报考 ${ready.length} 人`, exact: true }).click();
  await expect(page.getByText('2 人没有报考成功，其余不受影响。', { exact: true })).toBeVisible();
  const refused = page.getByRole('row', { name: new RegExp(`${first?.name}.*的另一场考试.*初级.*时间冲突`) });
  await expect(refused).toBeVisible();
  await expect(refused).toContainText('2024年6月16日(周日)');
  await expectAccessible(page);
  await picture(page, 'registration-register-refused');
  await page.getByRole('link', { name: '查看报考记录', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`registrations\\?plan=${PLAN}`));
  await expect(page.getByText(`共 ${ready.length} 条`, { exact: true })).toBeVisible();
});

test('the list is checked against the records and found by plan, level, state and class', async ({ page }) => {
  await signIn(page, 'college01', '/console/registrations');
  await typePlan(page, '考试计划', PLAN);
  const [people, records] = [ready.length, ready.length * 2];
  await expect(page.getByText(anywhere(`${people} 人报考，应有 ${records} 条记录，实有 ${records} 条`))).toBeVisible();
  await expect(page.getByText('✓ 一致', { exact: true })).toBeVisible();
  await expect(page.getByText(/报名截止 2024年5月28日\(周二\) 23:59:59，还剩/)).toBeVisible();
  await expect(page.getByRole('row', { name: /理论 实操/ })).toHaveCount(people);
  await expectAccessible(page);
  await picture(page, 'registration-list');
  await widePicture(page, 'registration-list-1920');

  await page.getByLabel('等级', { exact: true }).selectOption('ELEMENTARY');
  await expect(page.getByText('共 2 条', { exact: true })).toBeVisible();
  await page.getByLabel('班级或姓名', { exact: true }).fill('999999200001010011');
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.getByText(/^这里按班级或姓名查找，不能用身份证号。/)).toBeVisible();
  await expect(page).not.toHaveURL(/99999/);
  await page.getByLabel('班级或姓名', { exact: true }).fill(ready[0]?.name ?? '');
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.getByText('共 1 条', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('等级', { exact: true })).toHaveValue('ELEMENTARY');
  await expect(page.getByText('共 1 条', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '清空', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: '考试计划', exact: true })).toBeVisible();
  await picture(page, 'registration-list-all');
});

test('before the deadline the level is changed, and a registration is taken back after a warning', async ({ page }) => {
  const [first, second] = ready;
  await signIn(page, 'college01', `/console/registrations?plan=${PLAN}`);
  await page.getByRole('button', { name: `修改${first?.name}的报考`, exact: true }).click();
  const change = page.getByRole('dialog', { name: '修改报考', exact: true });
  await expect(change.getByRole('button', { name: '保存修改', exact: true })).toBeDisabled();
  await change.getByLabel('证书与等级', { exact: true }).selectOption({ label: `${QUALIFICATION} · 中级` });
  await expectAccessible(page);
  await picture(page, 'registration-change');
  await change.getByRole('button', { name: '保存修改', exact: true }).click();
  await expect(page.getByText(`已修改：${first?.name}，${QUALIFICATION} · 中级，${SITE}。`, { exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`^${first?.name} .*中级`) })).toBeVisible();

  await page.getByRole('button', { name: `为${second?.name}退考`, exact: true }).click();
  const withdraw = page.getByRole('dialog', { name: '退考', exact: true });
  await expect(withdraw.getByText(/2 条报考记录将作废/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'registration-withdraw');
  await withdraw.getByRole('button', { name: '确认退考', exact: true }).click();
  await expect(page.getByText(`${second?.name}已退考。`, { exact: true })).toBeVisible();
  const people = ready.length - 1;
  await expect(page.getByText(anywhere(`${people} 人报考，应有 ${people * 2} 条记录，实有 ${people * 2} 条`))).toBeVisible();
  await page.getByLabel('状态', { exact: true }).selectOption('WITHDRAWN');
  await page.getByLabel('班级或姓名', { exact: true }).fill(second?.name ?? '');
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page).toHaveURL(/state=WITHDRAWN.*q=|q=.*state=WITHDRAWN/);
  await expect(page.getByRole('row', { name: new RegExp(`^${second?.name} .*已退考`) }).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'registration-withdrawn');
});

test('an officer whose list is stale is told, and sees it anew', async ({ page }) => {
  const third = ready[2];
  await signIn(page, 'college01', `/console/registrations?plan=${PLAN}`);
  await page.getByRole('button', { name: `修改${third?.name}的报考`, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '修改报考', exact: true });
  await dialog.getByLabel('证书与等级', { exact: true }).selectOption({ label: `${QUALIFICATION} · 初级` });
  const found = (await listed(page, `/api/registration/registrations?plan=${PLAN}&limit=200`)).find(
    (one) => one.candidate === third?.candidate,
  );
  const address = `/api/registration/registrations/${found?.candidate}/${found?.id}`;
  const data = { version: found?.version, qualification: 'WDYY', level: 'ELEMENTARY' };
  expect((await page.request.put(address, { headers: await token(page), data })).ok()).toBe(true);
  await dialog.getByRole('button', { name: '保存修改', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('这条报考刚刚被其他人改过，您的操作没有生效');
  await picture(page, 'registration-stale');
  await dialog.getByRole('button', { name: '取消', exact: true }).click();
  await expect(page.getByRole('row', { name: new RegExp(`^${third?.name} .*初级`) })).toBeVisible();
});

test('a workbook is imported: mistakes are seen in their cells, the sound row is entered', async ({ page }) => {
  await signIn(page, 'college01', '/console/registrations/imports/new');
  await expectAccessible(page);
  await picture(page, 'registration-import-new');
  const template = page.waitForEvent('download');
  await page.getByRole('link', { name: /下载导入模板/ }).click();
  expect((await template).suggestedFilename()).toContain('按证书批量导入报考');

  const [, second, third] = ready;
  const reason = { reason: '填写报考数据' };
  const whole = async (one: Person | undefined): Promise<string> =>
    (await send(page, `/api/candidate/enrolments/${one?.candidate}/${one?.enrolment}/disclosure`, reason)).idNumber;
  const row = (name = '', number = '', more: Record<string, string> = {}): string[] =>
    HEADINGS.map((heading) => ({ ...usual, 学生姓名: name, 身份证号: number, ...more })[heading] ?? '');
  const usual = {
    学生类型: '院校考生',
    所属院校: COLLEGE,
    考核站点: SITE,
    考试计划名称: PLAN_NAME,
    报考证书: QUALIFICATION,
    证书等级: '中级',
  } as Record<string, string>;
  const [sound, other] = [await whole(second), await whole(third)];
  const rows = [
    row(second?.name, sound),
    row('示范某', other),
    row('示范甲', idNumber('20031231', 998)),
    row(third?.name, other, { 证书等级: '高级', 考试计划名称: 'HK-2024-1-02', 考核站点: '示范二考点' }),
    row(third?.name, other, { 考试计划名称: '2023年第十次全国统考', 报考证书: '新媒体营销' }),
    row(third?.name, other, { 所属院校: '示范二职业技术学院', 学生类型: '在校生' }),
    row(third?.name, '99999920031231998', { 证书等级: '' }),
    row(second?.name, sound),
  ];
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件', exact: true }).click();
  await (await chooser).setFiles({ name: '第三次统考报考.csv', mimeType: 'text/csv', buffer: csv(rows, HEADINGS) });
  await expect(page.getByText(/^7 行有错误，不会报考；其余 1 行可以先报考。/)).toBeVisible();
  await expect(page.getByRole('cell', { name: /姓名不一致/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /本校名单中没有这名考生/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /不设这个等级，可报：初级、中级/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /没有这个考核站点/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /有多个考试计划叫这个名称/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /不是本校全称/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /只能填：院校考生、社会考生/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /与第 2 行报考的是同一考生的同一证书等级/ })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'registration-import-bad', true);
  await widePicture(page, 'registration-import-bad-1920');

  await page.getByRole('button', { name: '报考 1 行', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^新增报考 1 人次/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'registration-import-confirm');
  await dialog.getByRole('button', { name: '报考 1 行', exact: true }).click();
  await expect(page.getByText('报考完成：新增 1 人次。', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'registration-import-done');
  await page.getByRole('link', { name: '查看报考记录', exact: true }).click();
  await expect(page.getByRole('row', { name: new RegExp(`^${second?.name} .*中级`) }).first()).toBeVisible();
  await page.getByRole('link', { name: '导入记录', exact: true }).click();
  await expect(page.getByRole('row', { name: /第三次统考报考\.csv/ }).first()).toContainText('已导入');
  await expectAccessible(page);
  await picture(page, 'registration-imports');
  await page.getByRole('link', { name: '后台任务', exact: true }).click();
  await expect(page.getByRole('row', { name: /办理批量报考/ }).first()).toContainText('新增报考 1 人次');
});

test('the body sees which college registered whom, and changes nothing; another body sees nothing', async ({ browser }) => {
  const body = await signedIn(browser, 'hongke', `/console/registrations?plan=${PLAN}`);
  await expect(body.getByRole('row', { name: new RegExp(`${COLLEGE}.*理论 实操`) }).first()).toBeVisible();
  await expect(body.getByText('✓ 一致', { exact: true })).toBeVisible();
  await expect(body.getByRole('button', { name: /退考|修改/ })).toHaveCount(0);
  await expect(body.getByRole('link', { name: '选择考生报考', exact: true })).toHaveCount(0);
  await body.getByLabel('院校', { exact: true }).selectOption({ label: COLLEGE });
  await expect(body).toHaveURL(/college=90001/);
  await expectAccessible(body);
  await picture(body, 'registration-body');
  await widePicture(body, 'registration-body-1920');
  const other = await signedIn(browser, 'aopai', '/console/registrations');
  await expect(other.getByText('还没有人报考', { exact: true })).toBeVisible();
});

test('the workbench says which plans close soon and how many are registered', async ({ page }) => {
  await signIn(page, 'college01');
  const panel = page.locator('section', { has: page.getByRole('heading', { name: /即将截止报名/ }) });
  await expect(panel.getByText(/还剩 \d+ (天|小时)/).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'registration-workbench');
  await panel
    .getByRole('link', { name: /已报考 \d+ 人/ })
    .first()
    .click();
  await expect(page).toHaveURL(/registrations\?plan=/);
  await expect(page.getByRole('heading', { name: '报名人数核对', exact: true })).toBeVisible();
});
