import { expect, type Page } from '@playwright/test';
import { expectAccessible, picture, signedIn, signIn, test } from './support.ts';

const QUALIFICATION = '网店运营推广职业技能等级证书';
const NAME = '示范四商贸职业学院网店运营推广证书考核站点';

async function token(page: Page): Promise<Record<string, string>> {
  const cookies = await page.context().cookies();
  return { 'X-XSRF-TOKEN': cookies.find((cookie) => cookie.name === 'XSRF-ONEX-CENTER')?.value ?? '' };
}

interface Listed {
  id: string;
  state: string;
}

/** Suspends what an earlier run left behind, so that the college may apply again. */
async function clear(college: Page, body: Page): Promise<void> {
  const listed = (await (await college.request.get('/api/site/sites?qualification=WDYY')).json()) as { items: Listed[] };
  const left = listed.items.find((site) => site.state !== 'SUSPENDED');
  if (left === undefined) {
    return;
  }
  const address = `/api/site/sites/${left.id}`;
  const act = async (page: Page, name: string, more: object = {}): Promise<void> => {
    const { version } = (await (await college.request.get(address)).json()) as { version: number };
    await page.request.post(`${address}/${name}`, { headers: await token(page), data: { version, ...more } });
  };
  if (left.state === 'DRAFT' || left.state === 'RETURNED') {
    const { version } = (await (await college.request.get(address)).json()) as { version: number };
    const rooms = [{ name: '101室', building: '', machines: 1, spareMachines: 0, cameras: false, network: false }];
    const details = { name: NAME, address: '示范路1号', managerName: '李示范', managerPhone: '12000000004', rooms };
    await college.request.put(address, { headers: await token(college), data: { version, details } });
    await act(college, 'submission');
  }
  await act(body, 'approval');
  await act(body, 'suspension', { opinion: '清理演示数据' });
}

async function fillIn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('申报考点');
  await page.getByLabel('证书', { exact: true }).selectOption({ label: QUALIFICATION });
  await page.getByLabel('考点名称', { exact: true }).fill(NAME);
  await page.getByLabel('地址', { exact: true }).fill('浙江省示范市学府路4号');
  await page.getByLabel('考点负责人', { exact: true }).fill('李示范');
  await page.getByLabel('负责人电话', { exact: true }).fill('12000000004');
}

test('a college applies, is sent back, corrects it, is approved and suspended', async ({ browser }) => {
  const college = await signedIn(browser, 'college04', '/console/sites');
  const body = await signedIn(browser, 'hongke', '/console/sites');
  await clear(college, body);

  await college.getByRole('button', { name: '申报考点', exact: true }).click();
  await fillIn(college);
  await college.getByLabel('负责人电话', { exact: true }).fill('1234');
  await college.getByRole('button', { name: '保存草稿', exact: true }).click();
  await expect(college.getByRole('alert')).toContainText('考点资料有一项不能用（负责人电话）');
  await college.getByLabel('负责人电话', { exact: true }).fill('12000000004');
  await expectAccessible(college);
  await college.getByRole('button', { name: '保存草稿', exact: true }).click();
  await expect(college).toHaveURL(/\/console\/sites\/[0-9a-f-]{36}/);
  await expect(college.getByText('草稿', { exact: true })).toBeVisible();

  await college.getByRole('button', { name: '提交审核', exact: true }).click();
  await expect(college.getByRole('alert')).toContainText('至少登记一间有机位的机房');
  await college.getByRole('button', { name: '添加机房', exact: true }).click();
  await college.getByLabel('第 1 间机房的机房名称', { exact: true }).fill('301室');
  await college.getByLabel('第 1 间机房的楼栋', { exact: true }).fill('实训楼');
  await college.getByLabel('第 1 间机房的其中备用机', { exact: true }).fill('1');
  await college.getByRole('button', { name: '保存草稿', exact: true }).click();
  await expect(college.getByText('备用机 1 台，少于机位数的 5%；建议至少 3 台。', { exact: true })).toBeVisible();
  await expectAccessible(college);
  await picture(college, 'site-form', true);
  await college.getByRole('button', { name: '提交审核', exact: true }).click();
  await expect(college.getByText('已提交，等待评价组织审核。', { exact: true })).toBeVisible();

  await body.goto('/console/');
  await expect(body.getByRole('heading', { name: /待审核考点 [1-9]/ })).toBeVisible();
  await expect(body.getByText(/正在读取/)).toHaveCount(0);
  await picture(body, 'site-workbench');
  await body.getByRole('link', { name: '全部待审核', exact: true }).click();
  await expect(body).toHaveURL(/state=PENDING/);
  await expect(body.getByRole('row', { name: new RegExp(NAME) })).toContainText(/已等待 \d+ (分钟|小时|天)/);
  await expectAccessible(body);
  await picture(body, 'site-list');
  await body.getByRole('link', { name: NAME, exact: true }).click();
  await expect(body.getByText('12000000004', { exact: true })).toBeVisible();
  await body.getByRole('button', { name: '退回', exact: true }).click();
  const dialog = body.getByRole('dialog');
  await dialog.getByRole('button', { name: '退回申报', exact: true }).click();
  await expect(dialog.getByText(/^请写明意见/)).toBeVisible();
  await dialog.getByLabel('意见', { exact: true }).fill('备用机太少，请补足');
  await expectAccessible(body);
  await picture(body, 'site-return');
  await dialog.getByRole('button', { name: '退回申报', exact: true }).click();
  await expect(body.getByText('已退回', { exact: true })).toBeVisible();

  await college.reload();
  await expect(college.getByText('评价组织退回了申报：备用机太少，请补足', { exact: true })).toBeVisible();
  await picture(college, 'site-returned');
  await college.getByLabel('第 1 间机房的其中备用机', { exact: true }).fill('3');
  await college.getByRole('button', { name: '提交审核', exact: true }).click();
  await expect(college.getByText('待审核', { exact: true })).toBeVisible();

  await body.reload();
  await body.getByRole('button', { name: '通过', exact: true }).click();
  await expect(body.getByText('已通过', { exact: true })).toBeVisible();
  await expectAccessible(body);
  await picture(body, 'site-approved');

  const operator = await signedIn(browser, 'operator', new URL(body.url()).pathname);
  await expect(operator.getByText('不显示', { exact: true })).toHaveCount(2);
  await expect(operator.getByText(/12000000004/)).toHaveCount(0);
  await expect(operator.getByRole('button', { name: '停用', exact: true })).toHaveCount(0);

  await body.getByRole('button', { name: '停用', exact: true }).click();
  await body.getByRole('dialog').getByLabel('原因', { exact: true }).fill('机房改造');
  await body.getByRole('dialog').getByRole('button', { name: '停用考点', exact: true }).click();
  await expect(body.getByText('已停用', { exact: true })).toBeVisible();
});

test('an officer whose page is stale is told and overwrites nothing', async ({ browser }) => {
  const college = await signedIn(browser, 'college05', '/console/sites');
  const body = await signedIn(browser, 'hongke', '/console/');
  await clear(college, body);
  await college.getByRole('button', { name: '申报考点', exact: true }).click();
  await fillIn(college);
  await college.getByRole('button', { name: '保存草稿', exact: true }).click();
  await expect(college).toHaveURL(/\/console\/sites\/[0-9a-f-]{36}/);
  const colleague = await signedIn(browser, 'college05', new URL(college.url()).pathname);
  await colleague.getByLabel('地址', { exact: true }).fill('河南省示范市学府路5号');
  await colleague.getByRole('button', { name: '保存草稿', exact: true }).click();
  await expect(colleague.getByText('已保存，尚未提交审核。', { exact: true })).toBeVisible();
  await college.getByLabel('地址', { exact: true }).fill('别的地址');
  await college.getByRole('button', { name: '保存草稿', exact: true }).click();
  await expect(college.getByRole('alert')).toContainText('刚刚被其他人改过');
  await clear(college, body);
});

test('a college that is no pilot college is refused in Chinese', async ({ page }) => {
  await signIn(page, 'college06', '/console/sites/new');
  await fillIn(page);
  await page.getByRole('button', { name: '保存草稿', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('不是试点院校，不能申报考点');
});

test('another body sees nothing of it', async ({ page }) => {
  await signIn(page, 'aopai', '/console/sites?q=网店运营推广');
  await expect(page.getByText('没有符合条件的考点', { exact: true })).toBeVisible();
});
