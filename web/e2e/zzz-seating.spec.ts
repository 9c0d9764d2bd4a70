import { readFileSync } from 'node:fs';
import { expect, type Browser, type Page } from '@playwright/test';
import { anywhere, expectAccessible, picture, send, signedIn, test, widePicture } from './support.ts';

/** After all others: whoever is seated is registered no more, so the clock has left the deadline of the plan behind. */
const PLAN = 'HK-2024-1-01';
const AFTER_DEADLINE = '2024-05-06T09:00';
const COLLEGE = '示范一职业技术学院';

interface Seating {
  site: { id: string; name: string };
  state: string;
}

test.describe.configure({ mode: 'serial' });

async function passDeadline(browser: Browser): Promise<void> {
  const operator = await signedIn(browser, 'operator');
  const { now } = (await (await operator.request.get('/api/clock')).json()) as { now: string };
  if (Date.parse(now) < Date.parse(`${AFTER_DEADLINE}:00+08:00`)) {
    await operator.getByRole('button', { name: '拨快', exact: true }).click();
    const clock = operator.getByRole('dialog', { name: '拨快演示时钟', exact: true });
    await clock.getByLabel('拨到', { exact: true }).fill(AFTER_DEADLINE);
    await clock.getByRole('button', { name: '拨到这个时间', exact: true }).click();
    await expect(operator.getByText('业务时钟 2024年5月6日(周一) 09:00', { exact: true })).toBeVisible();
  }
  await operator.context().close();
}

let address = '';
let api = '';

/** A run before this one may have arranged the site. */
async function beginAnew(college: Page, body: Page): Promise<void> {
  const { items } = (await (await college.request.get(`/api/seating/sites?plan=${PLAN}`)).json()) as { items: Seating[] };
  const [found] = items;
  if (!found) {
    throw new Error(`Nobody is registered for ${PLAN} at a site of ${COLLEGE}.`);
  }
  address = `/console/seating/${PLAN}/${found.site.id}`;
  api = `/api/seating/plans/${PLAN}/sites/${found.site.id}`;
  const version = async (): Promise<number> => ((await (await body.request.get(api)).json()) as { version: number }).version;
  if (found.state === 'ARRANGED') {
    await send(body, 'POST', `${api}/arrangement/withdrawal`, { version: await version(), reason: '重新演示' });
  }
  await send(college, 'PUT', `${api}/openings`, { version: await version(), openings: [] });
}

test.beforeAll(async ({ browser }) => {
  await passDeadline(browser);
  const college = await signedIn(browser, 'college01');
  const body = await signedIn(browser, 'hongke');
  await beginAnew(college, body);
  await college.context().close();
  await body.context().close();
});

test('a college is told which rooms are missing, opens them evenly and not beyond the machines', async ({ browser }) => {
  const college = await signedIn(browser, 'college01');
  const waiting = college.locator('section', { has: college.getByRole('heading', { name: /考场未设置 \d+/ }) });
  await expect(waiting).toBeVisible();
  await expectAccessible(college);
  await picture(college, 'seating-workbench');
  await waiting.getByRole('link', { name: '全部', exact: true }).click();
  await expect(college).toHaveURL(/seating\?state=TO_OPEN/);
  await expect(college.getByRole('row', { name: new RegExp(PLAN) })).toContainText('待设考场');
  await expectAccessible(college);
  await picture(college, 'seating-list');

  await college.getByRole('link', { name: new RegExp(`设置与查看：${PLAN}`) }).click();
  await expect(college.getByText(/第 1、2 时段的座位数与考生人数不相等/)).toBeVisible();
  await college.getByRole('button', { name: '平均分配第 1 时段的座位', exact: true }).click();
  const first = college.getByRole('region', { name: /^第 1 时段/ });
  await expect(first.getByText('座位数与考生人数相等', { exact: true })).toBeVisible();
  const second = college.getByRole('region', { name: /^第 2 时段/ });
  await second.getByRole('checkbox').first().check();
  await second
    .getByLabel(/的座位数/)
    .first()
    .fill('999');
  await expect(second.getByText(/座位数不能超过 \d+ 台机位/)).toBeVisible();
  await college.getByRole('button', { name: '保存考场设置', exact: true }).click();
  await expect(college.getByText('有填写不对的地方，没有保存。请按提示改正。', { exact: true })).toBeVisible();
  await expectAccessible(college);
  await picture(college, 'seating-open-wrong', true);

  await college.getByRole('button', { name: '平均分配第 2 时段的座位', exact: true }).click();
  for (const slot of [first, second]) {
    await slot
      .getByLabel(/的每排座位/)
      .first()
      .fill('4');
  }
  await college.getByRole('button', { name: '保存考场设置', exact: true }).click();
  await expect(college.getByText('考场设置已保存。', { exact: true })).toBeVisible();
  await expect(college.getByText('待编排', { exact: true })).toBeVisible();
  await expectAccessible(college);
  await picture(college, 'seating-opened', true);
  await college.context().close();
});

test('the body arranges one site, takes it back with a reason, and arranges all that are ready', async ({ browser }) => {
  const body = await signedIn(browser, 'hongke');
  const waiting = body.locator('section', { has: body.getByRole('heading', { name: /待编排考点 \d+/ }) });
  await expect(waiting).toBeVisible();
  await picture(body, 'seating-body-workbench');
  await body.goto(address);
  await body.getByRole('button', { name: '编排座位', exact: true }).click();
  const dialog = body.getByRole('dialog', { name: '编排座位', exact: true });
  await dialog.getByLabel('随机种子', { exact: true }).fill('7');
  await expectAccessible(body);
  await picture(body, 'seating-arrange');
  await dialog.getByRole('button', { name: '编排座位', exact: true }).click();
  await expect(body.getByText(/已编排 \d+ 人，随机种子 7。/)).toBeVisible();
  await expect(body.getByText(/\d+ 对相邻座位/)).toBeVisible();
  await expectAccessible(body);
  await picture(body, 'seating-arranged', true);
  await widePicture(body, 'seating-arranged-1920');

  await body.getByRole('button', { name: '撤销编排', exact: true }).click();
  const withdraw = body.getByRole('dialog', { name: '撤销编排', exact: true });
  await withdraw.getByRole('button', { name: '撤销编排', exact: true }).click();
  await expect(withdraw.getByText('请写明撤销的原因。', { exact: true })).toBeVisible();
  await expectAccessible(body);
  await picture(body, 'seating-withdraw');
  await withdraw.getByLabel('原因', { exact: true }).fill('院校要换机房');
  await withdraw.getByRole('button', { name: '撤销编排', exact: true }).click();
  await expect(body.getByText(/编排已撤销/)).toBeVisible();

  await body.goto(`/console/seating?plan=${PLAN}`);
  await body.getByRole('button', { name: '一键编排', exact: true }).click();
  const all = body.getByRole('dialog', { name: '一键编排', exact: true });
  await expect(all.getByText('将编排 1 个待编排的考点。', { exact: true })).toBeVisible();
  await expectAccessible(body);
  await picture(body, 'seating-arrange-all');
  await all.getByRole('button', { name: '编排 1 个考点', exact: true }).click();
  await expect(body.getByText(/已编排 1 个考点，共 \d+ 人。/)).toBeVisible();
  await expect(body.getByRole('row', { name: new RegExp(PLAN) })).toContainText('已编排');
  await expectAccessible(body);
  await picture(body, 'seating-body-list');
  await body.context().close();
});

const seat = (page: Page, number: number) => page.locator(`[data-seat="${number}"]`);
const nameIn = async (page: Page, number: number): Promise<string> => (await seat(page, number).locator('.name').textContent()) ?? '';

test('the room is seen as a map and two people change places by keyboard or by dragging', async ({ browser }) => {
  const body = await signedIn(browser, 'hongke', address);
  await body.getByRole('link', { name: '查看第 1 时段第 1 考场的座位', exact: true }).click();
  await expect(body.getByText('讲台', { exact: true })).toBeVisible();
  await expect(body.getByText(/本考场同班相邻 \d+ \/ \d+ 对/)).toBeVisible();
  await expectAccessible(body);
  await picture(body, 'seating-room', true);
  await widePicture(body, 'seating-room-1920');
  await body.setViewportSize({ width: 1024, height: 768 });
  await picture(body, 'seating-room-1024');
  expect(await body.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  await body.setViewportSize({ width: 1280, height: 800 });

  const [one, two] = [await nameIn(body, 1), await nameIn(body, 2)];
  await seat(body, 1).focus();
  await body.keyboard.press('Enter');
  await expect(body.getByText(anywhere(`已选 ${one}，第 1 考场 1 号`))).toBeVisible();
  await body.keyboard.press('Escape');
  await expect(body.getByText(anywhere(`已选 ${one}`))).toHaveCount(0);
  await body.keyboard.press('Enter');
  await body.keyboard.press('ArrowRight');
  await expect(seat(body, 2)).toBeFocused();
  await body.keyboard.press('Enter');
  const dialog = body.getByRole('dialog', { name: '对换座位', exact: true });
  await expect(dialog.getByRole('row', { name: new RegExp(`^${one}`) })).toContainText('第 1 考场 2 号');
  await dialog.getByRole('button', { name: '确认对换', exact: true }).click();
  await expect(dialog.getByText('请写明对换的原因。', { exact: true })).toBeVisible();
  await expectAccessible(body);
  await picture(body, 'seating-swap');
  await dialog.getByLabel('原因', { exact: true }).fill('视力不好，换到中间');
  await dialog.getByRole('button', { name: '确认对换', exact: true }).click();
  await expect(body.getByText(anywhere(`${one} 与 ${two} 已对换座位。`))).toBeVisible();
  await expect.poll(async () => [await nameIn(body, 1), await nameIn(body, 2)]).toEqual([two, one]);

  await body.dragAndDrop('[data-seat="1"]', '[data-seat="2"]');
  await dialog.getByLabel('原因', { exact: true }).fill('换回原位');
  await dialog.getByRole('button', { name: '确认对换', exact: true }).click();
  await expect(body.getByText(anywhere(`${two} 与 ${one} 已对换座位。`))).toBeVisible();
  await expect.poll(() => nameIn(body, 1)).toBe(one);

  await body.getByLabel('查找考生', { exact: true }).fill(two);
  await expect(body.getByText(anywhere(`找到：${two} 2 号`))).toBeVisible();
  await body.getByRole('button', { name: '列表', exact: true }).click();
  await expect(body.getByRole('row', { name: new RegExp(`^2 号.*${two}`) })).toBeVisible();
  await expectAccessible(body);
  await picture(body, 'seating-room-list');
  await body.context().close();
});

test('the college sees its people and their ticket numbers and moves nobody', async ({ browser }) => {
  const college = await signedIn(browser, 'college01', address);
  await expect(college.getByRole('button', { name: '保存考场设置', exact: true })).toHaveCount(0);
  await college.getByRole('link', { name: '查看第 1 时段第 1 考场的座位', exact: true }).click();
  await expect(seat(college, 1)).toBeVisible();
  await expect(college.getByRole('grid')).toHaveCount(0);
  await expectAccessible(college);
  const name = await nameIn(college, 1);
  await college.goto(`/console/seating/people?plan=${PLAN}`);
  await college.getByLabel('姓名或准考证号', { exact: true }).fill(name);
  await college.getByRole('button', { name: '查询', exact: true }).click();
  await expect(college.getByRole('row', { name: new RegExp(`^${name}`) }).first()).toContainText(/\d{4} \d{4} \d{4} \d{4}/);
  await college.getByRole('button', { name: '清空', exact: true }).click();
  await expectAccessible(college);
  await picture(college, 'seating-people');
  await college.context().close();
});

async function fill(page: Page, name: string, phone: string): Promise<void> {
  await page.getByLabel(/^姓名/).fill(name);
  await page.getByLabel(/^手机号/).fill(phone);
  await page.getByLabel(/^所在区域/).fill('安徽省示范市');
  await page.getByLabel(/^任教专业/).fill('大学英语');
}

test('a college names an invigilator, the body decides, rooms are staffed and PINs are shown once', async ({ browser }) => {
  const phone = (last: number): string => `120${String(Date.now() % 10_000_000).padStart(7, '0')}${last}`;
  const college = await signedIn(browser, 'college01', '/console/invigilators');
  await college.getByRole('link', { name: '申报监考员', exact: true }).click();
  await college.getByRole('button', { name: '提交审核', exact: true }).click();
  await expect(college.getByText('请填 11 位手机号。', { exact: true })).toBeVisible();
  await expectAccessible(college);
  await picture(college, 'staffing-apply');
  await college.getByLabel('培训评价组织', { exact: true }).selectOption({ label: '北京鸿科经纬科技有限公司' });
  await fill(college, '赵监考', phone(1));
  await college.getByRole('button', { name: '提交审核', exact: true }).click();
  await expect(college.getByText('待审核', { exact: true })).toBeVisible();

  const body = await signedIn(browser, 'hongke');
  const waiting = body.locator('section', { has: body.getByRole('heading', { name: /待审核监考员 \d+/ }) });
  await picture(body, 'staffing-workbench');
  await waiting.getByRole('link', { name: '全部待审核', exact: true }).click();
  await expect(body).toHaveURL(/invigilators\?state=PENDING/);
  await expectAccessible(body);
  await picture(body, 'staffing-list');
  await body.getByRole('link', { name: '赵监考', exact: true }).last().click();
  await body.getByRole('button', { name: '通过', exact: true }).click();
  await expect(body.getByText(/状态是“已通过”，人员编号 JKC\d+。/)).toBeVisible();
  await expectAccessible(body);
  await picture(body, 'staffing-one');
  await body.goto('/console/invigilators/new');
  await body.getByLabel('院校', { exact: true }).selectOption({ label: COLLEGE });
  await fill(body, '钱监考', phone(2));
  await body.getByRole('button', { name: '录入', exact: true }).click();
  await expect(body.getByText('已通过', { exact: true })).toBeVisible();
  await body.context().close();

  await college.goto(address);
  await college.getByRole('link', { name: '监考安排', exact: true }).click();
  await expect(college.getByText(/2 个考场还缺监考员，共缺 4 名。/)).toBeVisible();
  await college.getByRole('button', { name: '自动分配', exact: true }).click();
  await expect(college.getByText(/^2 个考场的监考员都已配齐。/)).toBeVisible();
  await expectAccessible(college);
  await picture(college, 'staffing-site');
  await college.getByRole('button', { name: '调整第 1 考场的监考员', exact: true }).first().click();
  const choose = college.getByRole('dialog');
  await expect(choose.getByText(/应配 2 名，已选 2 名/)).toBeVisible();
  await expectAccessible(college);
  await picture(college, 'staffing-choose');
  await choose.getByRole('button', { name: '保存安排', exact: true }).click();
  await expect(college.getByText('第 1 考场的监考员已保存。', { exact: true })).toBeVisible();

  await college.getByRole('button', { name: '签发口令', exact: true }).click();
  const pins = college.getByRole('dialog', { name: '签发口令', exact: true });
  await pins.getByRole('button', { name: '签发口令', exact: true }).click();
  await expect(pins.getByText(/^\d{4} \d{4}$/).first()).toBeVisible();
  await expectAccessible(college);
  await pins.getByRole('button', { name: '已交给本人，关闭', exact: true }).click();
  await expect(college.getByText(/口令签发于/)).toBeVisible();
  await expect(college.getByText(/^\d{4} \d{4}$/)).toHaveCount(0);
  await college.context().close();
});

test('papers are printed in the background, downloaded, and called stale once somebody has moved', async ({ browser }) => {
  const college = await signedIn(browser, 'college01', address);
  await college
    .getByRole('navigation', { name: '本计划在本考点的安排', exact: true })
    .getByRole('link', { name: '考试物料', exact: true })
    .click();
  await college.getByRole('button', { name: '开始生成', exact: true }).click();
  await expect(college.getByText('可下载', { exact: true }).first()).toBeVisible({ timeout: 90_000 });
  await expectAccessible(college);
  await picture(college, 'printing-site', true);
  const download = college.waitForEvent('download');
  await college
    .getByRole('link', { name: /^下载 准考证/ })
    .first()
    .click();
  const file = await download;
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const archive = college.waitForEvent('download');
  await college
    .getByRole('link', { name: /整包下载/ })
    .first()
    .click();
  expect(
    readFileSync(await (await archive).path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  const body = await signedIn(browser, 'hongke', address);
  await body.getByRole('link', { name: '查看第 1 时段第 1 考场的座位', exact: true }).click();
  await seat(body, 1).click();
  await seat(body, 3).click();
  await body.getByRole('dialog').getByLabel('原因', { exact: true }).fill('临时调整');
  await body.getByRole('dialog').getByRole('button', { name: '确认对换', exact: true }).click();
  await expect(body.getByText(/已对换座位。/)).toBeVisible();
  await body.context().close();

  await college.reload();
  await expect(college.getByText(/^座位或监考安排已调整，请重新打印。/).first()).toBeVisible();
  await expectAccessible(college);
  await picture(college, 'printing-stale');
  await college.goto(`/console/prints?plan=${PLAN}`);
  await college.getByRole('button', { name: '生成准考证', exact: true }).click();
  await expect(college.getByText(/本校考生，各考点/).first()).toBeVisible();
  await expect(college.getByText('可下载', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  await expectAccessible(college);
  await picture(college, 'printing-own', true);
  await college.context().close();
});
