import { expect, type Locator, type Page } from '@playwright/test';
import { seat, signInAsInvigilator } from './board.ts';
import { candidateAt, Machine } from './machine.ts';
import { mockExam, type MockExam } from './mock-exam.ts';
import { expectAccessible, nodeFromTheRoom, picture, test } from './support.ts';

const SEATS = 12;
let exam: MockExam;

/** A mock exam as the technician prepares it on the day before. */
test.beforeAll(async () => {
  exam = await mockExam(SEATS, 0);
});

const counter = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: /^人数/ }).getByRole('button', { name: new RegExp(`^${name} \\d+$`) });

test('a wrong PIN is refused in words and keeps the number', async ({ page }) => {
  await page.goto(`${nodeFromTheRoom()}/board/`);
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await page.getByLabel('监考员编号', { exact: true }).fill('no-such-number');
  await page.getByLabel('口令', { exact: true }).fill('000000');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('编号或口令不正确');
  await expect(page.getByLabel('监考员编号', { exact: true })).toHaveValue('no-such-number');
  await expect(page.getByLabel('口令', { exact: true })).toHaveValue('');
  await expectAccessible(page);
  await picture(page, 'board-sign-in-refused');
});

test('the board follows what happens at the seats', async ({ page }) => {
  await signInAsInvigilator(page, exam);
  await expect(counter(page, '应到')).toContainText(`${SEATS}`);
  await expect(counter(page, '未到')).toContainText(`${SEATS}`);
  await expect(seat(page, 1)).toContainText('未到');

  const first = await Machine.at(exam, 1);
  const second = await Machine.at(exam, 2);
  await expect(seat(page, 1)).toContainText('已登录');
  await first.start();
  await first.answer('S01', 'B');
  await expect(seat(page, 1)).toContainText('答题中');
  await expect(seat(page, 1)).toContainText('已答 1 题');
  await expect(seat(page, 1)).toContainText(/剩余 (59:\d\d|1:00:00)/);
  await expect(seat(page, 1)).toContainText(/刚刚|\d 秒前/);
  await second.start();
  await second.handIn();
  await expect(seat(page, 2)).toContainText('已交卷');
  await expect(counter(page, '未到')).toContainText(`${SEATS - 2}`);
  await first.beat();
  await expectAccessible(page);
  await picture(page, 'board');

  await counter(page, '已交卷').click();
  await expect(seat(page, 2)).toBeVisible();
  await expect(seat(page, 1)).toHaveCount(0);
  await counter(page, '应到').click();
  await page.getByLabel('查找', { exact: true }).fill(candidateAt(exam, 3).ticket);
  await expect(seat(page, 3)).toBeVisible();
  await expect(seat(page, 1)).toHaveCount(0);
  await page.getByLabel('查找', { exact: true }).fill('');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect(seat(page, 1)).toBeVisible();
  await picture(page, 'board-1920');
});

test('a seat shows the subject that is on, and who sits there', async ({ page }) => {
  const both = await mockExam(6, 0, 60, 2);
  await signInAsInvigilator(page, both);
  await expect(page.getByText(/^网店运营推广 初级 理论、实操 · 考试时间/)).toBeVisible();
  const first = await Machine.at(both, 1);
  await Machine.at(both, 2);
  await first.start();
  await expect(seat(page, 1)).toContainText('理论');
  await first.handIn();
  await expect(seat(page, 1)).toContainText('已交卷');
  await expect(seat(page, 1)).toContainText('待考 实操');

  await seat(page, 1).click();
  const panel = page.getByRole('dialog');
  const photo = panel.getByRole('img', { name: `${candidateAt(both, 1).name} 的照片`, exact: true });
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(295);
  await expect(panel).toContainText('理论，之后 实操');
  await panel.getByRole('button', { name: '解锁换机', exact: true }).click();
  await expect(panel).toContainText('下一科可以在另一台机器上直接登录，不需要解锁');
  await expectAccessible(page);
  await picture(page, 'board-between-subjects');

  const practice = await first.next();
  await practice.start();
  await expect(seat(page, 1)).toContainText('实操');
  await expect(seat(page, 1)).toContainText('答题中');
  await expect(seat(page, 1)).not.toContainText('待考');
  await expect(panel.getByLabel('原因', { exact: true })).toBeVisible();
  await page.setViewportSize({ width: 1024, height: 768 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  await expectAccessible(page);
  await picture(page, 'board-second-subject-1024');
});

test('a machine that falls silent is marked with a word', async ({ page }) => {
  const machine = await Machine.at(exam, 9);
  await machine.start();
  await signInAsInvigilator(page, exam);
  await machine.beat();
  await expect(seat(page, 9)).toContainText('答题中');
  await expect(seat(page, 9)).toContainText('掉线', { timeout: 60_000 });
  await counter(page, '掉线').click();
  await seat(page, 9).click();
  await expect(page.getByRole('dialog')).toContainText('答题中，掉线');
  await expectAccessible(page);
  await picture(page, 'board-lost-seat');
});

test('another machine gets in after the unlock and not before', async ({ page }) => {
  const old = await Machine.at(exam, 3);
  await old.start();
  await old.answer('S01', 'C');
  expect(await Machine.signIn(exam, 3)).toBe('sitting.device-active');

  await signInAsInvigilator(page, exam);
  await seat(page, 3).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: '解锁换机', exact: true }).click();
  await expect(panel).toContainText('原来的机器就不能再作答');
  await panel.getByLabel('原因', { exact: true }).fill('键盘失灵，换到备用机');
  await expectAccessible(page);
  await picture(page, 'board-unlock');
  await panel.getByRole('button', { name: '确认解锁', exact: true }).click();
  await expect(panel.getByRole('status')).toContainText('已解锁 3 号座位');
  await expect(seat(page, 3)).toContainText('已解锁');

  const other = await Machine.at(exam, 3);
  expect([other.attempt, other.epoch]).toEqual([old.attempt, 2]);
  await other.beat();
  await expect(panel).toContainText('第 2 台');
  await expect(seat(page, 3)).not.toContainText('已解锁');
});

test('an extension takes a second person and shows on the seat', async ({ page }) => {
  const [me, second] = exam.invigilators;
  const machine = await Machine.at(exam, 4);
  await machine.start();
  await signInAsInvigilator(page, exam);
  await seat(page, 4).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: '延长时间', exact: true }).click();
  await panel.getByLabel('分钟数（1–60）', { exact: true }).fill('8');
  await panel.getByLabel('原因', { exact: true }).fill('停电 8 分钟');
  await panel.getByLabel('另一位监考员的编号', { exact: true }).fill(me?.number ?? '');
  await panel.getByLabel('另一位监考员的口令', { exact: true }).fill(me?.pin ?? '');
  await panel.getByRole('button', { name: '确认延长', exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText('不能填自己的编号');
  await panel.getByLabel('另一位监考员的编号', { exact: true }).fill(second?.number ?? '');
  await panel.getByLabel('另一位监考员的口令', { exact: true }).fill('wrong');
  await panel.getByRole('button', { name: '确认延长', exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText('没有延长');
  await expect(panel.getByLabel('另一位监考员的口令', { exact: true })).toHaveValue('');
  await expectAccessible(page);
  await picture(page, 'board-extension');
  await panel.getByLabel('另一位监考员的口令', { exact: true }).fill(second?.pin ?? '');
  await panel.getByRole('button', { name: '确认延长', exact: true }).click();
  await expect(panel.getByRole('status')).toContainText('已延长 8 分钟');
  await expect(seat(page, 4)).toContainText('+8 分钟');
  expect(Number((await machine.beat()).remainingMs)).toBeGreaterThan(60 * 60_000);
});

test('messages reach one candidate, and the room after a confirmation', async ({ page }) => {
  const [fifth, sixth] = [await Machine.at(exam, 5), await Machine.at(exam, 6)];
  await signInAsInvigilator(page, exam);
  await expect(seat(page, 6)).toContainText('已登录');
  await seat(page, 5).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: '发消息', exact: true }).click();
  await panel.getByLabel('消息内容', { exact: true }).fill('请看黑板');
  await panel.getByRole('button', { name: '发送', exact: true }).click();
  await expect(panel.getByRole('status')).toContainText('已发给 5 号座位');
  expect(await fifth.texts()).toEqual(['请看黑板']);
  expect(await sixth.texts()).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '给全考场发消息', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '给全考场发消息', exact: true });
  await dialog.getByLabel('消息内容', { exact: true }).fill('还有 15 分钟');
  await dialog.getByRole('button', { name: '下一步', exact: true }).click();
  await expect(dialog).toContainText('发出后不能收回');
  await expectAccessible(page);
  await picture(page, 'board-message-all');
  await dialog.getByRole('button', { name: /^发给 \d+ 人$/ }).click();
  await expect(dialog.getByRole('status')).toContainText('已发给全部');
  expect(await sixth.texts()).toEqual(['还有 15 分钟']);
});

test('the keyboard alone leads from sign-in over a seat to an unlock and out again', async ({ page }) => {
  const [first] = exam.invigilators;
  await Machine.at(exam, 8);
  await page.goto(`${nodeFromTheRoom()}/board/`);
  await expect(page.getByLabel('监考员编号', { exact: true })).toBeFocused();
  await page.keyboard.type(first?.number ?? '');
  await page.keyboard.press('Tab');
  await page.keyboard.type(first?.pin ?? '');
  await page.keyboard.press('Enter');
  await expect(seat(page, 8)).toContainText('已登录');
  for (let press = 0; press < 30 && !(await seat(page, 1).evaluate((card) => card === document.activeElement)); press += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowDown');
  await expect(seat(page, 8)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(seat(page, 1)).toBeFocused();
  for (let press = 1; press < 8; press += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^8 号/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('原因', { exact: true })).toBeFocused();
  await page.keyboard.type('显示器黑屏');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '已解锁 8 号座位' })).toBeVisible();
  await expect(page.getByRole('button', { name: '解锁换机', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(seat(page, 8)).toBeFocused();
  await expect(seat(page, 8)).toContainText('已解锁');
});

test('the board says how old its picture is while the node is away, and goes on by itself', async ({ page }) => {
  await signInAsInvigilator(page, exam);
  await page.route('**/api/invigilation/seats*', (route) => route.abort());
  await expect(page.getByRole('alert')).toContainText(/连不上考点服务器，显示的是 \d\d:\d\d:\d\d 的情况/);
  await expect(seat(page, 1)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'board-offline');
  await page.unroute('**/api/invigilation/seats*');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('after signing out the board is closed', async ({ page }) => {
  await signInAsInvigilator(page, exam);
  await page.reload();
  await expect(seat(page, 1)).toBeVisible();
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('监考员编号', { exact: true })).toBeFocused();
});
