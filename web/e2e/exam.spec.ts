import { expect, type Page } from '@playwright/test';
import {
  fillIn,
  goTo,
  handIn,
  invigilate,
  mockExam,
  saved,
  saveState,
  sitDown,
  Witness,
  type Candidate,
  type MockExam,
} from './mock-exam.ts';
import { anywhere, expectAccessible, nodeFromTheRoom, picture, test } from './support.ts';

let exam: MockExam;
let seat = 0;

function nextCandidate(): Candidate {
  const candidate = exam.candidates[seat];
  seat += 1;
  if (candidate === undefined) {
    throw new Error('All seats of the mock exam are taken.');
  }
  return candidate;
}

const choice = (page: Page, place: number) => page.getByRole('article').getByRole('radio').nth(place);
const box = (page: Page, place: number) => page.getByRole('article').getByRole('checkbox').nth(place);
const answer = (page: Page) => page.getByLabel('答案', { exact: true });

/** A failed test begins a new worker, and with it a new mock exam. */
test.beforeAll(async () => {
  exam = await mockExam(20, 0);
});

test('a whole exam with the mouse, and its hash is what the documented bytes give', async ({ page, context }) => {
  const witness = new Witness(context);
  await page.goto(nodeFromTheRoom());
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await expect(page.getByRole('heading', { name: '模拟考试 模拟', exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'exam-sign-in');

  const candidate = nextCandidate();
  await fillIn(page, { ...candidate, idNumber: '11010119900307001X' });
  await expect(page.getByRole('alert')).toContainText('准考证号或证件号码不正确');
  await picture(page, 'exam-sign-in-refused');
  await fillIn(page, candidate);
  await expect(page.getByRole('heading', { name: '请核对本人信息', exact: true })).toBeVisible();
  await expect(page.getByText(candidate.name, { exact: true })).toBeVisible();
  await expect(page.getByText(anywhere(candidate.idNumber))).toHaveCount(0);
  const photo = page.getByRole('img', { name: `${candidate.name} 的照片`, exact: true });
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(295);
  await expectAccessible(page);
  await picture(page, 'exam-confirm');
  await page.getByRole('button', { name: '信息无误', exact: true }).click();

  await goTo(page, '单选题');
  await choice(page, 1).click();
  await expect(choice(page, 1)).toBeChecked();
  await saved(page);
  await page.getByRole('button', { name: '标记本题', exact: true }).click();
  await expect(page.getByRole('button', { name: /^1 已答，已标记$/ })).toHaveAttribute('aria-current', 'step');
  await expectAccessible(page);
  await picture(page, 'exam-single');

  await goTo(page, '多选题');
  await box(page, 2).click();
  await box(page, 0).click();
  await goTo(page, '判断题');
  await page.getByLabel('错误', { exact: true }).click();
  await goTo(page, '问答题');
  await answer(page).fill('第一行\n第二行 㛃𠮷䶮 🙂');
  await answer(page).blur();
  await saved(page);
  await expectAccessible(page);
  await picture(page, 'exam-text');

  await page.getByRole('button', { name: '交卷', exact: true }).click();
  await expect(page.getByRole('dialog', { name: '确认交卷', exact: true })).toContainText('已答4 题');
  await expect(page.getByRole('button', { name: '确认交卷', exact: true })).toBeEnabled();
  await expectAccessible(page);
  await picture(page, 'exam-hand-in');
  await page.getByRole('button', { name: '继续答题', exact: true }).click();

  const receipt = await handIn(page);
  expect(receipt.hash).toBe(witness.hash());
  expect(receipt.answered).toBe(4);
  await expect(page.getByText(receipt.shortCode, { exact: true })).toBeVisible();
  const view = await page.request.get(`${nodeFromTheRoom()}/api/sitting/attempts/${witness.attempt}`);
  expect(((await view.json()) as { receipt: { hash: string } }).receipt.hash).toBe(witness.hash());
  await expectAccessible(page);
  await picture(page, 'exam-receipt');

  await page.reload();
  await expect(page.getByText(receipt.shortCode, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '已核对，结束', exact: true }).click();
  await expect(page.getByRole('heading', { name: '考生登录', exact: true })).toBeVisible();
});

test('the waiting page tells how long it is to the start', async ({ page }) => {
  const later = await mockExam(1, 10);
  const [candidate] = later.candidates;
  await page.goto(nodeFromTheRoom());
  await fillIn(page, candidate as Candidate);
  await page.getByRole('button', { name: '信息无误', exact: true }).click();
  await expect(page.getByRole('timer')).toHaveText(/^(10:00|09:\d\d)$/);
  await expect(page.getByText(/^试卷已下载到本机/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'exam-waiting');
});

test('the keyboard alone leads from signing in to the receipt', async ({ page }) => {
  const { ticket, idNumber } = nextCandidate();
  const tabTo = async (name: string): Promise<void> => {
    for (let press = 0; press < 80; press += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) {
        return;
      }
    }
    throw new Error(`The keyboard does not reach “${name}”.`);
  };
  await page.goto(nodeFromTheRoom());
  await expect(page.getByLabel('准考证号', { exact: true })).toBeFocused();
  await page.keyboard.type(ticket);
  await page.keyboard.press('Tab');
  await page.keyboard.type(idNumber);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '请核对本人信息', exact: true })).toBeVisible();
  await tabTo('信息无误');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^第 1 题，共/)).toBeVisible();

  await page.keyboard.press('2');
  await expect(choice(page, 1)).toBeChecked();
  await page.keyboard.press('c');
  await expect(choice(page, 2)).toBeChecked();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^第 2 题，共/)).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(choice(page, 2)).toBeChecked();
  const text = page.getByRole('heading', { name: /^第 .*问答题/ });
  for (let press = 0; press < 60 && !(await text.isVisible()); press += 1) {
    await page.keyboard.press('PageDown');
  }
  for (let press = 0; press < 9 && !(await answer(page).evaluate((field) => field === document.activeElement)); press += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('A2 m');
  await page.keyboard.press('ArrowLeft');
  await expect(answer(page)).toHaveValue('A2 m');
  await tabTo('交卷');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '确认交卷', exact: true })).toContainText('已答2 题');
  await expect(page.getByRole('button', { name: '确认交卷', exact: true })).toBeEnabled();
  await tabTo('确认交卷');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '已交卷', exact: true })).toBeVisible();
});

test('what is answered while the line is down is kept, and arrives when it is back', async ({ page, context }) => {
  const witness = new Witness(context);
  await sitDown(page, nextCandidate());
  await choice(page, 0).click();
  await saved(page);
  await context.setOffline(true);
  await choice(page, 1).click();
  await page.getByRole('button', { name: '下一题', exact: true }).click();
  await choice(page, 2).click();
  await page.getByRole('button', { name: '下一题', exact: true }).click();
  await choice(page, 3).click();
  await expect(saveState(page)).toHaveText('离线，已存本机 3 项');
  await expect(page.getByText(/^与考点服务器的连接已中断/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'exam-offline');

  await page.getByRole('button', { name: '交卷', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '还有 3 项答案没有存到考点服务器' })).toBeVisible();
  await page.getByRole('button', { name: '确认交卷', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '还有 3 项答案没有存到考点服务器' })).toBeVisible();
  await page.getByRole('button', { name: '继续答题', exact: true }).click();

  await context.setOffline(false);
  await saved(page);
  await page.reload();
  for (const [number, place] of [1, 2, 3].entries()) {
    await page.getByRole('button', { name: new RegExp(`^${number + 1} `) }).click();
    await expect(choice(page, place)).toBeChecked();
  }
  expect((await handIn(page)).hash).toBe(witness.hash());
});

test('a reload in the middle shows what was acknowledged and what was not', async ({ page, context }) => {
  const witness = new Witness(context);
  await sitDown(page, nextCandidate());
  await choice(page, 0).click();
  await saved(page);
  await page.route('**/beat', (route) => route.abort());
  await page.getByRole('button', { name: '下一题', exact: true }).click();
  await choice(page, 3).click();
  await expect(saveState(page)).toHaveText('离线，已存本机 1 项');
  await page.unroute('**/beat');
  await page.reload();
  await page.getByRole('button', { name: /^1 已答/ }).click();
  await expect(choice(page, 0)).toBeChecked();
  await page.getByRole('button', { name: /^2 已答/ }).click();
  await expect(choice(page, 3)).toBeChecked();
  await saved(page);
  expect((await handIn(page)).hash).toBe(witness.hash());
});

test('a reload while the node is away goes on with what is on the machine', async ({ page, context }) => {
  const witness = new Witness(context);
  await sitDown(page, nextCandidate());
  await choice(page, 2).click();
  await saved(page);
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await page.getByRole('button', { name: /^1 已答/ }).click();
  await expect(choice(page, 2)).toBeChecked();
  await choice(page, 1).click();
  await expect(saveState(page)).toHaveText('离线，已存本机 1 项');
  await page.unroute('**/api/**');
  await saved(page);
  await expect(page.getByRole('timer')).toHaveText(/^\d+:\d\d$/);
  expect((await handIn(page)).hash).toBe(witness.hash());
});

test('a second window asks before it goes on, and the first one stops', async ({ page, context }) => {
  await sitDown(page, nextCandidate());
  await choice(page, 0).click();
  await saved(page);
  const second = await context.newPage();
  await second.goto(nodeFromTheRoom());
  await expect(second.getByRole('heading', { name: '考试已在另一个窗口打开', exact: true })).toBeVisible();
  await expectAccessible(second);
  await picture(second, 'exam-second-window');
  await second.getByRole('button', { name: '在此窗口继续', exact: true }).click();
  await expect(page.getByRole('heading', { name: '考试已在另一个窗口打开', exact: true })).toBeVisible();
  await second.getByRole('button', { name: /^1 已答/ }).click();
  await expect(choice(second, 0)).toBeChecked();
  await choice(second, 3).click();
  await saved(second);
  await expect(page.getByRole('radio')).toHaveCount(0);
});

test('another machine takes over only after an unlock, and the first one becomes a spectator', async ({ page, context, browser }) => {
  const candidate = nextCandidate();
  const witness = new Witness(context);
  await sitDown(page, candidate);
  await choice(page, 1).click();
  await saved(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto(nodeFromTheRoom());
  await fillIn(other, candidate);
  await expect(other.getByRole('alert')).toContainText('如需换到本机，请举手请监考老师解锁后再登录');
  await invigilate(exam, witness.attempt, 'unlock', { reason: '机器故障' });
  await fillIn(other, candidate);
  const confirm = other.getByRole('button', { name: '信息无误', exact: true });
  await expect(confirm.or(other.getByText(/^第 \d+ 题，共/))).toBeVisible();
  if (await confirm.isVisible()) {
    await confirm.click();
  }
  await other.getByRole('button', { name: /^1 已答/ }).click();
  await expect(choice(other, 1)).toBeChecked();
  await expect(page.getByRole('heading', { name: '已在另一台机器继续', exact: true })).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await picture(page, 'exam-taken-over');
  await choice(other, 0).click();
  await saved(other);
  await other.context().close();
});

test('a message of the invigilator stands there until it is read', async ({ page, context }) => {
  const witness = new Witness(context);
  await sitDown(page, nextCandidate());
  await choice(page, 1).click();
  await saved(page);
  await invigilate(exam, witness.attempt, 'message', { text: '请勿交谈' });
  const message = page.getByRole('alert').filter({ hasText: '请勿交谈' });
  await expect(message).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'exam-message');
  const confirmed = page.waitForResponse(
    (answer) => answer.url().endsWith('/beat') && !answer.request().postData()?.includes('"confirmed":[]'),
  );
  await page.getByRole('button', { name: '我知道了', exact: true }).click();
  await confirmed;
  await expect(message).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/^第 \d+ 题，共/)).toBeVisible();
  await expect(message).toHaveCount(0);
});

test('who is made to hand in is told so, with the receipt of what was saved', async ({ page, context }) => {
  const witness = new Witness(context);
  await sitDown(page, nextCandidate());
  await choice(page, 1).click();
  await saved(page);
  const [, second] = exam.invigilators;
  await invigilate(exam, witness.attempt, 'hand-in', { reason: '突发疾病', second: { number: second?.number, pin: second?.pin } });
  await expect(page.getByRole('heading', { name: '已交卷', exact: true })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('监考员已为你交卷');
  const view = await page.request.get(`${nodeFromTheRoom()}/api/sitting/attempts/${witness.attempt}`);
  expect(((await view.json()) as { receipt: { hash: string } }).receipt.hash).toBe(witness.hash());
  await expectAccessible(page);
  await picture(page, 'exam-receipt-forced');
});

test('the screen fits the smallest and the widest machine, larger letters and high contrast', async ({ page }) => {
  await sitDown(page, nextCandidate());
  await choice(page, 1).click();
  await saved(page);
  for (const [width, height] of [
    [1024, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await picture(page, `exam-${width}`);
  }
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.getByRole('button', { name: '特大', exact: true }).click();
  await page.getByRole('button', { name: '高对比度', exact: true }).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  await expectAccessible(page);
  await picture(page, 'exam-contrast');
  await page.getByRole('button', { name: '帮助', exact: true }).click();
  await expect(page.getByRole('dialog', { name: '键盘操作', exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'exam-help');
});
