import { expect, type Page } from '@playwright/test';
import { csv, peopleOf } from './roster.ts';
import { anywhere, expectAccessible, picture, signIn, test, widePicture } from './support.ts';

const RUN = Math.floor(Date.now() / 1000);
const people = peopleOf(RUN);
const [first = [], second = []] = people.good;

async function upload(page: Page, name: string, content: Buffer): Promise<void> {
  await page.goto('/console/candidates/imports/new');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件', exact: true }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: content });
}

test.describe.configure({ mode: 'serial' });

test('a college without candidates is told what belongs here', async ({ page }) => {
  await signIn(page, 'college06', '/console/candidates');
  await expect(page.getByText('本校还没有考生', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'candidate-none');
});

test('an officer downloads the template, uploads a roster, sees its mistakes in the cells and enters the rest', async ({ page }) => {
  await signIn(page, 'college03', '/console/candidates/imports/new');
  await expectAccessible(page);
  await picture(page, 'candidate-import-new');
  const template = page.waitForEvent('download');
  await page.getByRole('link', { name: /下载导入模板/ }).click();
  expect((await template).suggestedFilename()).toBe('学生信息导入模板.xlsx');

  await upload(page, '22级电商.csv', csv([...people.good, ...people.bad]));
  await expect(page).toHaveURL(/\/candidates\/imports\/[0-9a-f-]{36}/);
  await expect(page.getByText(/^5 行有错误，不会导入；其余 3 人可以先导入。/)).toBeVisible();
  await expect(page.getByRole('button', { name: '有错误 5', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('cell', { name: /末位校验不符/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /^1234 手机号码应为 11 位数字/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /只能填：院校考生、社会考生/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /与第 2 行的身份证号相同/ })).toBeVisible();
  await expect(page.getByText(/^文件里没有这 3 列：/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'candidate-import-bad', true);
  await widePicture(page, 'candidate-import-bad-1920');
  const bad = page.waitForEvent('download');
  await page.getByRole('link', { name: /下载错误数据/ }).click();
  expect((await bad).suggestedFilename()).toBe('错误数据_22级电商.xlsx');

  await page.getByRole('button', { name: '新增 3', exact: true }).click();
  await expect(page).toHaveURL(/verdict=ADDED/);
  await expect(page.getByRole('cell', { name: /提示：地区代码未知/ })).toHaveCount(3);
  await page.reload();
  await expect(page.getByRole('button', { name: '新增 3', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
  await picture(page, 'candidate-import-added');

  await page.getByRole('button', { name: '导入 3 人', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('新增 3 人。', { exact: true })).toBeVisible();
  await expect(dialog.getByText(/^5 行有错误，不导入/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'candidate-import-confirm');
  await dialog.getByRole('button', { name: '导入 3 人', exact: true }).click();
  await expect(page.getByText('导入完成：新增 3 人，更新 0 人。', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: '批量导入照片', exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'candidate-import-done');

  await page.getByRole('link', { name: '← 导入记录', exact: true }).click();
  await expect(page.getByRole('row', { name: /22级电商\.csv/ }).first()).toContainText('已导入');
  await expectAccessible(page);
  await picture(page, 'candidate-imports');
});

test('the entered are in the list, found by state, class and whole ID number, and the number is in no address', async ({ page }) => {
  await signIn(page, 'college03', '/console/candidates');
  await page.getByLabel('班级', { exact: true }).selectOption(people.className);
  await expect(page.getByText('共 3 条', { exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: /示范㛃/ })).toContainText('缺 手机号码');
  await expect(page.getByRole('row', { name: /示范甲/ })).toContainText('缺照片');
  await expect(page.getByRole('row', { name: /示范甲/ })).toContainText(/9999\*+/);
  await page.getByRole('link', { name: /信息不全/ }).click();
  await expect(page).toHaveURL(/state=INCOMPLETE/);
  await expect(page.getByRole('row', { name: /示范甲/ })).toHaveCount(0);
  await page.getByRole('link', { name: /全部考生/ }).click();
  await expect(page.getByRole('row', { name: /示范甲/ })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'candidate-list');
  await widePicture(page, 'candidate-list-1920');

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByLabel('查找', { exact: true }).fill(`${first[1]?.slice(0, 17)}`);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.getByText(/^按身份证号查找要输入完整的 18 位/)).toBeVisible();
  await page.getByLabel('查找', { exact: true }).fill(` ${first[1]} `);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('示范甲');
  expect(asked.filter((url) => url.includes(first[1]?.slice(0, 12) ?? '?'))).toEqual([]);
});

async function open(page: Page, name: string): Promise<void> {
  await signIn(page, 'college03', `/console/candidates?class=${encodeURIComponent(people.className)}`);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

test('an officer says why and sees the whole number for this visit only', async ({ page }) => {
  await open(page, '示范甲');
  await expect(page.getByText(/^资料已齐，还缺照片。/)).toBeVisible();
  await expect(page.getByText(anywhere(first[1] ?? ''))).toHaveCount(0);
  await picture(page, 'candidate-one');
  await widePicture(page, 'candidate-one-1920');
  await page.getByRole('button', { name: '查看完整证件号', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('查看原因', { exact: true }).fill('看看');
  await dialog.getByRole('button', { name: '显示', exact: true }).click();
  await expect(dialog.getByText('请写明原因，至少 4 个字。', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'candidate-disclose');
  await dialog.getByLabel('查看原因', { exact: true }).fill('与身份证原件核对');
  await dialog.getByRole('button', { name: '显示', exact: true }).click();
  await expect(page.getByText(first[1] ?? '', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'candidate-disclosed');
  await page.reload();
  await expect(page.getByText(/^资料已齐，还缺照片。/)).toBeVisible();
  await expect(page.getByText(anywhere(first[1] ?? ''))).toHaveCount(0);
});

test('what is missing is filled in, and what cannot be is said at its field', async ({ page }) => {
  await open(page, '示范㛃');
  await expect(page.getByText(/^还缺：手机号码。/)).toBeVisible();
  await page.getByRole('button', { name: '补齐资料', exact: true }).click();
  await page.getByLabel(/^手机号码/).fill('123');
  await page.getByLabel('电子邮箱', { exact: true }).fill('示范');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('考生资料有填写不对的地方，没有保存');
  await expect(page.getByLabel(/^手机号码/)).toBeFocused();
  await expect(page.getByText('手机号码应为 11 位数字，以 1 开头。', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'candidate-edit', true);
  await page.getByLabel(/^手机号码/).fill('12000000002');
  await page.getByLabel('电子邮箱', { exact: true }).fill('');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已保存。', { exact: true })).toBeVisible();
  await expect(page.getByText('缺照片', { exact: true })).toBeVisible();
  await expect(page.getByText('120****0002', { exact: true })).toBeVisible();
});

test('one who is there already is not entered twice but shown', async ({ page }) => {
  await signIn(page, 'college03', '/console/candidates/new');
  await expect(page.getByLabel(/^学生姓名/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'candidate-new', true);
  await page.getByLabel(/^学生姓名/).fill('示范㛃');
  await page.getByLabel(/^身份证号/).fill(second[1] ?? '');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('这个身份证号已在本校名单中');
  await page.getByRole('link', { name: '打开原有记录', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('示范㛃');
});

test('one who has left is taken off the roster after a warning', async ({ page }) => {
  await open(page, '示范丙');
  await page.getByRole('button', { name: '移出本校名单', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^移出不能撤回。/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'candidate-end');
  await dialog.getByRole('button', { name: '移出名单', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('考生管理');
  await page.getByLabel('班级', { exact: true }).selectOption(people.className);
  await expect(page.getByText('共 2 条', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: '示范甲', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: '示范丙', exact: true })).toHaveCount(0);
});

test('a file that is no roster says what it is, and another can be sent', async ({ page }) => {
  await signIn(page, 'college03');
  await upload(page, '名单.csv', csv([['示范甲', '1']], ['甲', '乙']));
  await expect(page.getByRole('alert')).toContainText('缺少列：学生姓名、身份证号、学生类型');
  await expectAccessible(page);
  await picture(page, 'candidate-import-failed');
  await page.getByRole('link', { name: '重新上传', exact: true }).click();
  await expect(page).toHaveURL(/imports\/new/);
});

test('the workbench counts what waits', async ({ page }) => {
  await signIn(page, 'college03');
  await page.getByRole('link', { name: /缺照片 [1-9]/ }).click();
  await expect(page).toHaveURL(/candidates\?state=PHOTO_MISSING/);
  await page.goBack();
  await expectAccessible(page);
  await picture(page, 'candidate-workbench');
});
