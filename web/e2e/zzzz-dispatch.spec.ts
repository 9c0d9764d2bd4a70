import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';
import { ExamServer } from './exam-server.ts';
import { anywhere, expectAccessible, picture, send, signedIn, test, widePicture } from './support.ts';

/** After zzz-seating, which has arranged a site of the first college: its server comes, gets what it needs, and goes. */
const PLAN = 'HK-2024-1-01';
const BUNDLES = `/console/dispatches/${PLAN}`;
const BANKS = resolve(import.meta.dirname, '../../demo/papers');
const [ASSEMBLER, FIRST, SECOND] = ['hongke-items1', 'hongke-items2', 'hongke-items3'] as const;

interface Node {
  id: string;
  name: string;
  site: { id: string };
  state: string;
  checks: { kind: string; facts: { center?: string } }[];
}
interface Paper {
  id: string;
  version: number;
}

test.describe.configure({ mode: 'serial' });

let site = { id: '', name: '' };
let server: ExamServer;
/** Another name each time: the servers of earlier runs stay in the list. */
const name = `实训楼服务器${String(Date.now()).slice(-5)}`;

const read = async <T>(page: Page, address: string): Promise<T> => (await (await page.request.get(address)).json()) as T;
const nodes = async (page: Page): Promise<Node[]> =>
  (await read<{ items: Node[] }>(page, `/api/node/nodes?site=${site.id}&limit=200`)).items;
const row = (page: Page) => page.getByRole('row', { name: new RegExp(`^${name}`) });

/** As narrow as an old screen, and nothing is cut off. */
async function narrowPicture(page: Page, named: string): Promise<void> {
  const usual = page.viewportSize();
  await page.setViewportSize({ width: 1024, height: 768 });
  await picture(page, named);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  await page.setViewportSize(usual ?? { width: 1280, height: 800 });
}

test.beforeAll(async ({ browser }) => {
  const college = await signedIn(browser, 'college01');
  const { items } = await read<{ items: { site: typeof site }[] }>(college, `/api/seating/sites?plan=${PLAN}&state=ARRANGED`);
  const [arranged] = items;
  if (!arranged) {
    throw new Error(`No site of college01 is arranged for ${PLAN}: zzz-seating.spec.ts comes first.`);
  }
  site = arranged.site;
  // A run before this one may have left its server.
  for (const { id } of (await nodes(college)).filter(({ state }) => state === 'ENROLLED')) {
    await send(college, 'POST', `/api/node/nodes/${id}/withdrawal`, { reason: '重新演示' });
  }
  await college.context().close();
});

test('a college is told that a site has no server, gets a code once, and sees the server come', async ({ browser }) => {
  const college = await signedIn(browser, 'college01');
  const waiting = college.locator('section', { has: college.getByRole('heading', { name: /没有考点服务器的考点 \d+/ }) });
  await expectAccessible(college);
  await picture(college, 'node-workbench');
  await waiting
    .getByRole('link', { name: `登记服务器：${site.name}`, exact: true })
    .first()
    .click();
  await expect(college).toHaveURL(new RegExp(`nodes\\?site=${site.id}`));

  await college.getByRole('button', { name: '登记服务器', exact: true }).click();
  const dialog = college.getByRole('dialog', { name: '登记服务器', exact: true });
  await expect(dialog.getByLabel('考点', { exact: true })).toHaveValue(site.id);
  await expectAccessible(college);
  await picture(college, 'node-enrol');
  await dialog.getByRole('button', { name: '生成登记码', exact: true }).click();
  const shown = dialog.getByTestId('code');
  await expect(shown).toHaveText(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
  await expectAccessible(college);
  await picture(college, 'node-code');
  await narrowPicture(college, 'node-code-1024');

  const code = (await shown.textContent()) ?? '';
  server = await ExamServer.enrolled(new URL(college.url()).origin, code, name);
  await expect(dialog.getByText(`“${name}”已登记到 ${site.name}。`, { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: '关闭', exact: true }).last().click();
  await expect(row(college).getByText('等待联系', { exact: true })).toBeVisible();
  await college.reload();
  await expect(row(college)).toBeVisible();
  await expect(college.getByText(anywhere(code))).toHaveCount(0);
  await college.context().close();
});

test('what a server lacks is told in words until it is ready', async ({ browser }) => {
  const college = await signedIn(browser, 'college01', `/console/nodes?site=${site.id}`);
  await server.report('0.0.1', { practised: null, freeBytes: 500_000_000 });
  await expect(row(college).getByText('未就绪', { exact: true })).toBeVisible();
  await expect(row(college).getByText('可用 0.5 GB，至少要有 1 GB。请技术员清理磁盘。', { exact: true })).toBeVisible();
  await expect(row(college).getByText('还没有做成一次全员交卷的模拟考试。请技术员在考前补做。', { exact: true })).toBeVisible();
  const checks = (await nodes(college)).find(({ id }) => id === server.node)?.checks ?? [];
  const version = checks.find(({ kind }) => kind === 'VERSION')?.facts.center ?? '';
  await expect(row(college).getByText(`0.0.1，与中心的 ${version} 不一致。请技术员升级后再启动。`, { exact: true })).toBeVisible();
  await expectAccessible(college);
  await picture(college, 'node-unready');
  await server.report(version);
  await expect(row(college).getByText('就绪', { exact: true })).toBeVisible();
  await row(college).getByText('5 项检查都正常', { exact: true }).focus();
  await college.keyboard.press('Enter');
  await expect(row(college).getByText('30 人全部交卷。', { exact: true })).toBeVisible();
  await expectAccessible(college);
  await picture(college, 'node-ready');
  await widePicture(college, 'node-ready-1920');
  await narrowPicture(college, 'node-ready-1024');
  await college.context().close();
});

async function pack(body: Page): Promise<void> {
  await body.getByRole('button', { name: '打包下发', exact: true }).click();
  const dialog = body.getByRole('dialog', { name: '打包下发', exact: true });
  await expectAccessible(body);
  await picture(body, 'dispatch-pack');
  await dialog.getByRole('button', { name: '开始打包', exact: true }).click();
  await expect(body.getByText(/已打包 \d+ 个考试包。/)).toBeVisible({ timeout: 60_000 });
}

/** What the item writers do: nobody may pack a paper that two have not read and one has not sealed. */
async function sealPapers(browser: Browser): Promise<void> {
  const [assembler, first, second] = await Promise.all([ASSEMBLER, FIRST, SECOND].map((login) => signedIn(browser, login)));
  if (!assembler || !first || !second) {
    throw new Error('Three item writers are needed.');
  }
  for (const file of ['WDYY-1.yaml', 'WDYY-2.yaml']) {
    const content = readFileSync(resolve(BANKS, file));
    const bank = await send<Paper>(assembler, 'POST', `/api/paper/banks?file=${file}`, content, 'application/yaml');
    for (const subject of ['THEORY', 'PRACTICAL']) {
      const paper = await send<Paper>(assembler, 'POST', '/api/paper/papers', { bank: bank.id, subject, seed: null });
      const address = `/api/paper/papers/${paper.id}`;
      const version = async (): Promise<number> => (await read<Paper>(assembler, address)).version;
      for (const reader of [first, second]) {
        await send(reader, 'POST', `${address}/proofs`, { version: await version(), passed: true, opinion: null });
      }
      await send(assembler, 'POST', `${address}/sealing`, { version: await version() });
    }
  }
  await Promise.all([assembler, first, second].map((page) => page.context().close()));
}

test('packing says which papers are missing, and packs when they are sealed', async ({ browser }) => {
  const writer = await signedIn(browser, ASSEMBLER);
  const sealed = (await read<{ items: Paper[] }>(writer, '/api/paper/papers?state=SEALED')).items.length > 0;
  await writer.context().close();
  const body = await signedIn(browser, 'hongke', '/console/dispatches');
  await expect(body.getByRole('row', { name: new RegExp(PLAN) })).toBeVisible();
  await expectAccessible(body);
  await picture(body, 'dispatch-list');
  await body.goto(BUNDLES);
  // The papers of a run before this one are there for good.
  if (!sealed) {
    await pack(body);
    await expect(body.getByText('不能打包', { exact: true }).first()).toBeVisible();
    await expect(body.getByText(/没有封存的试卷。请命题人员组卷、审校、封卷后重新打包。/).first()).toBeVisible();
    await expectAccessible(body);
    await picture(body, 'dispatch-blocked');
    await sealPapers(browser);
  }
  await pack(body);
  await expect(body.getByText('不能打包', { exact: true })).toHaveCount(0);
  await expect(body.getByText('已打包', { exact: true }).first()).toBeVisible();
  await expect(body.getByText('等待接收', { exact: true }).first()).toBeVisible();
  await expectAccessible(body);
  await picture(body, 'dispatch-packed');
  await body.context().close();
});

test('both see what the server took in and what it did not', async ({ browser }) => {
  const [first, second] = await server.deliveries();
  if (!first || !second) {
    throw new Error('A bundle for each of the two slots was expected.');
  }
  await server.tell(first, null);
  await server.tell(second, 'courier.bundle-format');
  for (const login of ['hongke', 'college01']) {
    const page = await signedIn(browser, login, BUNDLES);
    await expect(page.getByRole('cell', { name: new RegExp(`${name} 已装好`) })).toBeVisible();
    await expect(page.getByText('服务器的版本不认识这个考试包。请技术员升级服务器。', { exact: true })).toBeVisible();
    await expect(page.getByText(/试卷密钥 2024年5月\d+日.* 起发放/).first()).toBeVisible();
    await expect(page.getByRole('button', { name: '打包下发', exact: true })).toHaveCount(login === 'hongke' ? 1 : 0);
    await expectAccessible(page);
    await picture(page, `dispatch-${login}`);
    await widePicture(page, `dispatch-${login}-1920`);
    await narrowPicture(page, `dispatch-${login}-1024`);
    await page.context().close();
  }
  await server.tell(second, null);
  const body = await signedIn(browser, 'hongke', '/console/dispatches');
  await expect(body.getByRole('row', { name: new RegExp(PLAN) })).toContainText('全部装好');
  await body.context().close();
});

test('what has changed since is packed again, and the server is waited for once more', async ({ browser }) => {
  const college = await signedIn(browser, 'college01');
  const staffing = `/api/staffing/plans/${PLAN}/sites/${site.id}`;
  const { version } = await read<{ version: number }>(college, staffing);
  await send(college, 'POST', `${staffing}/pins`, { version });
  await college.context().close();
  const body = await signedIn(browser, 'hongke', BUNDLES);
  await expect(body.getByText('要重新打包', { exact: true })).toHaveCount(2);
  await expectAccessible(body);
  await picture(body, 'dispatch-stale');
  await pack(body);
  await expect(body.getByText('要重新打包', { exact: true })).toHaveCount(0);
  await expect(body.getByText('等待接收', { exact: true })).toHaveCount(2);
  await expect(body.getByText(/上次报告的是第 \d+ 版/)).toHaveCount(2);
  await expectAccessible(body);
  await picture(body, 'dispatch-again');
  for (const delivery of await server.deliveries()) {
    await server.tell(delivery, null);
  }
  await expect(body.getByText('已装好', { exact: true })).toHaveCount(2);
  await body.context().close();
});

test('a server is taken out of use with a reason, and the centre does not answer it any more', async ({ browser }) => {
  const college = await signedIn(browser, 'college01', `/console/nodes?site=${site.id}`);
  await college.getByRole('button', { name: `停用：${name}`, exact: true }).click();
  const dialog = college.getByRole('dialog', { name: '停用服务器', exact: true });
  await dialog.getByRole('button', { name: '停用服务器', exact: true }).click();
  await expect(dialog.getByText('请写明停用的原因。', { exact: true })).toBeVisible();
  await expectAccessible(college);
  await picture(college, 'node-withdraw');
  await dialog.getByLabel('原因', { exact: true }).fill('机器送修');
  await dialog.getByRole('button', { name: '停用服务器', exact: true }).click();
  await expect(college.getByText(`“${name}”已停用。`, { exact: true })).toBeVisible();
  await expect(row(college).getByText('已停用', { exact: true })).toBeVisible();
  await expectAccessible(college);
  expect((await server.ask('GET', '/api/dispatch/deliveries')).status()).toBe(403);

  const body = await signedIn(browser, 'hongke', BUNDLES);
  await expect(body.getByText('没有登记考点服务器，请院校尽快登记。', { exact: true }).first()).toBeVisible();
  await body.goto('/console/nodes');
  await body.getByLabel('考点', { exact: true }).selectOption(site.id);
  await expect(row(body).getByText('已停用', { exact: true })).toBeVisible();
  await expectAccessible(body);
  await picture(body, 'node-body');
  await body.context().close();
  await college.context().close();
});
