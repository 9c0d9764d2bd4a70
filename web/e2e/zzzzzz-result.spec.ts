import { expect, type Browser, type Page } from '@playwright/test';
import { PLAN, ResultDesk } from './result-desk.ts';
import { expectAccessible, picture, signedIn, test, widePicture } from './support.ts';

/** What officers and colleges do with results. Before an exam was sat nothing can be drawn up, so a desk of ours answers for results. */
const AT = `/console/results/${PLAN}`;

test.describe.configure({ mode: 'serial' });

const desk = new ResultDesk();

async function officer(browser: Browser, to: string, second = false): Promise<Page> {
  const page = await signedIn(browser, 'hongke');
  await desk.serve(page, second ? 'hongke2' : 'hongke', second ? '鸿科考务乙' : '鸿科考务甲');
  await page.goto(to);
  return page;
}

async function college(browser: Browser, to: string): Promise<Page> {
  const page = await signedIn(browser, 'college01');
  await desk.serve(page, 'college01', '青岚院校', true);
  await page.goto(to);
  return page;
}

/** Looked at by the machine for whoever cannot see it, and kept for whoever can. */
async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByText(/正在读取/)).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, name);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  await widePicture(page, `${name}-1920`);
}

test('an officer is told that the publicity is late, and draws the results up', async ({ browser }) => {
  const page = await officer(browser, '/console/results');
  const row = page.getByRole('row', { name: new RegExp(PLAN) });
  await expect(row.getByText('未汇总', { exact: true })).toBeVisible();
  await expect(row.getByText('公示已误期', { exact: true })).toBeVisible();
  await look(page, 'result-list');
  await row.getByRole('link').first().click();
  await expect(page.getByText(/公示期 6月1日–6月3日 已经开始，成绩还没有审定/)).toBeVisible();
  await look(page, 'result-none');
  await page.getByRole('button', { name: '汇总成绩', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: '正在汇总成绩', exact: true })).toBeVisible();
  await picture(page, 'result-drawing');
  await expect(page.getByText('已汇总 8 名考生的成绩，有 5 个问题待处理。', { exact: true })).toBeVisible();
  await expect(page.getByText('待审定', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '成绩审定', exact: true })).toHaveCount(0);
  await look(page, 'result-drawn');
  await page.context().close();
});

test('problems say what to do, and what nobody can bring back is settled by hand', async ({ browser }) => {
  const page = await officer(browser, `${AT}/problems`);
  await expect(page.getByRole('row', { name: /没有安排考试/ }).getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('link', { name: '去认定', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '认定无成绩（0）', exact: true })).toBeDisabled();
  await look(page, 'result-problems');
  await page.getByRole('checkbox', { name: '选择陈一诺，中级 · 实操', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '认定无成绩（1）', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '认定无成绩', exact: true });
  await dialog.getByRole('button', { name: '认定无成绩（1）', exact: true }).click();
  await expect(dialog.getByText('请写明理由。', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'result-loss');
  await dialog.getByLabel('理由', { exact: true }).fill('考点服务器磁盘损坏，数据恢复无果');
  await dialog.getByRole('button', { name: '认定无成绩（1）', exact: true }).click();
  await expect(page.getByText('已认定 1 科次无成绩。请重新汇总。', { exact: true })).toBeVisible();
  await page.context().close();
});

test('an incident is ruled on by keyboard, with a finding and a reason', async ({ browser }) => {
  const page = await officer(browser, `${AT}/incidents`);
  await expect(page.getByText('待认定', { exact: true })).toBeVisible();
  await expect(page.getByText('不用认定', { exact: true })).toBeVisible();
  await look(page, 'result-incidents');
  await page.getByRole('button', { name: '认定：白景明，作弊', exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '认定', exact: true });
  await dialog.getByRole('radio', { name: /不予处理/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: /^本科目成绩无效/ })).toBeChecked();
  await expectAccessible(page);
  await picture(page, 'result-ruling');
  await page.keyboard.press('Tab');
  await page.keyboard.type('纸条上有考试内容，监控可见取用');
  await dialog.getByRole('button', { name: '确定', exact: true }).click();
  await expect(page.getByText('已认定白景明的情况。请重新汇总。', { exact: true })).toBeVisible();
  await expect(page.getByText('本科目成绩无效', { exact: true })).toBeVisible();
  await look(page, 'result-ruled');
  await page.context().close();
});

async function approve(page: Page, name: string, submit: string): Promise<void> {
  await page.getByRole('button', { name: '成绩审定', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '成绩审定', exact: true });
  await expect(dialog.getByText('3f2a 91bc 07de 55aa', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, name);
  await dialog.getByRole('button', { name: submit, exact: true }).click();
}

test('two officers approve what both were shown, one alone cannot', async ({ browser }) => {
  desk.problems = [];
  Object.assign(desk.sheet, { problems: 0, stale: false });
  const first = await officer(browser, AT);
  await approve(first, 'result-approve', '审定');
  await expect(first.getByText('已审定。还要另一名考务人员审定。', { exact: true })).toBeVisible();
  await expect(first.getByText(/您已审定/)).toBeVisible();
  await expect(first.getByRole('button', { name: '成绩审定', exact: true })).toHaveCount(0);
  await first.getByRole('button', { name: '重新汇总', exact: true }).click();
  await expect(first.getByRole('dialog', { name: '重新汇总', exact: true }).getByText(/审定作废/)).toBeVisible();
  await expectAccessible(first);
  await picture(first, 'result-redraw');
  await first.context().close();

  const second = await officer(browser, AT, true);
  await expect(second.getByText(/鸿科考务甲已审定。请您核对/)).toBeVisible();
  await look(second, 'result-half');
  await approve(second, 'result-approve-second', '审定并公示');
  await expect(second.getByText('两人已审定，成绩将按时公示。', { exact: true })).toBeVisible();
  await second.context().close();
});

test('a college sees nothing before the publicity, then its people, and asks for a review', async ({ browser }) => {
  const page = await college(browser, `${AT}/sheet`);
  await expect(page.getByText('成绩还没有公示', { exact: true })).toBeVisible();
  await expect(page.getByText(/安以宁/)).toHaveCount(0);
  await look(page, 'result-college-before');
  const { now } = (await (await page.request.get('/api/clock')).json()) as { now: string };
  desk.publish(Date.parse(now));
  await page.goto(AT);
  await expect(page.getByText('公示中', { exact: true })).toBeVisible();
  await expect(page.getByText(/汇总与审定/)).toHaveCount(0);
  await look(page, 'result-college');
  await page.getByRole('link', { name: '成绩单', exact: true }).click();
  await page.getByLabel('结果', { exact: true }).selectOption('FAILED');
  await expect(page).toHaveURL(/outcome=FAILED/);
  await expect(page.getByRole('row', { name: /安以宁/ })).toHaveCount(0);
  await look(page, 'result-college-sheet');
  await page.getByRole('button', { name: '申请复核：陈一诺', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '申请复核', exact: true });
  await dialog.getByRole('radio', { name: '理论：58', exact: true }).check();
  await dialog.getByLabel('申请理由', { exact: true }).fill('第 12 题按标准应得 3 分，显示 0 分');
  await expectAccessible(page);
  await picture(page, 'result-appeal');
  await dialog.getByRole('button', { name: '提交申请', exact: true }).click();
  await expect(page.getByText('已申请复核陈一诺的成绩。', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '申请复核：陈一诺', exact: true })).toHaveCount(0);
  await page.goto('/console/');
  const panel = page.locator('section', { has: page.getByRole('heading', { name: /正在公示成绩的计划 1/ }) });
  await expect(panel.getByRole('link', { name: '1 件复核未办结', exact: true })).toBeVisible();
  await look(page, 'result-college-workbench');
  await page.context().close();
});

test('a correction is proposed by one officer and confirmed by another', async ({ browser }) => {
  const first = await officer(browser, '/console/');
  await first.getByRole('link', { name: '1 件复核待办', exact: true }).click();
  const script = first.getByRole('row', { name: /陈一诺/ }).getByRole('link', { name: /^查看作答与得分：陈一诺，/ });
  await expect(script).toHaveAttribute('href', /\/console\/marking\/.+\/scripts\/.+/);
  await first.getByRole('button', { name: '提出结论：陈一诺', exact: true }).click();
  const proposal = first.getByRole('dialog', { name: '复核结论', exact: true });
  await proposal.getByRole('radio', { name: /^更正成绩/ }).check();
  await proposal.getByLabel('说明', { exact: true }).fill('第 12 题漏评，阅卷员已补评 3 分');
  await expectAccessible(first);
  await picture(first, 'result-conclusion');
  await proposal.getByRole('button', { name: '提出', exact: true }).click();
  await expect(first.getByText('已提出更正陈一诺的成绩，还要另一名考务人员确认。', { exact: true })).toBeVisible();
  await first.getByRole('button', { name: '确认更正：陈一诺', exact: true }).click();
  const own = first.getByRole('dialog', { name: '确认更正', exact: true });
  await own.getByRole('button', { name: '确认更正', exact: true }).click();
  await expect(own.getByText(/须由另一名考务人员办理/)).toBeVisible();
  await first.context().close();

  const second = await officer(browser, `${AT}/reviews?state=PROPOSED`, true);
  await expect(second.getByRole('cell', { name: '58，不合格', exact: true })).toBeVisible();
  await expect(second.getByRole('cell', { name: '61，合格', exact: true })).toBeVisible();
  await look(second, 'result-reviews');
  await second.getByRole('button', { name: '确认更正：陈一诺', exact: true }).click();
  await expectAccessible(second);
  await picture(second, 'result-confirm');
  await second.getByRole('dialog', { name: '确认更正', exact: true }).getByRole('button', { name: '确认更正', exact: true }).click();
  await expect(second.getByText('陈一诺的成绩已更正，复核办结。', { exact: true })).toBeVisible();
  await second.getByLabel('状态', { exact: true }).selectOption('CORRECTED');
  await expect(second.getByText(/办结：鸿科考务乙/)).toBeVisible();
  await second.goto(`${AT}/sheet`);
  await expect(second.getByRole('row', { name: /陈一诺.*合格.*更正成绩/ })).toBeVisible();
  await look(second, 'result-sheet');
  await second.context().close();
});
