import { expect, type Page } from '@playwright/test';
import { csv, idNumber, zip } from './roster.ts';
import { anywhere, expectAccessible, picture, signIn, test, widePicture } from './support.ts';

const RUN = Math.floor(Date.now() / 1000);
const DAY = new Date(Date.UTC(1996, 0, 1) + (RUN % 1_400) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
const CLASS = `网店${String(RUN).slice(-6)}班`;
/** The simulated identity service finds another name for the sequences from 900 on. */
const SEQUENCE = Math.floor(RUN / 1_400) % 40;
const [good, doubtful, blue] = [idNumber(DAY, SEQUENCE), idNumber(DAY, 900 + SEQUENCE), idNumber(DAY, 100 + SEQUENCE)];
const stranger = idNumber(DAY, 200 + SEQUENCE);

async function token(page: Page): Promise<Record<string, string>> {
  const cookies = await page.context().cookies();
  return { 'X-XSRF-TOKEN': cookies.find((cookie) => cookie.name === 'XSRF-ONEX-CENTER')?.value ?? '' };
}

async function enter(page: Page): Promise<void> {
  const student = (name: string, number: string): string[] => {
    return [name, number, '院校考生', '汉族', '12000000001', '电子商务', CLASS, '', '高职专科', '2022', '是'];
  };
  const data = csv([student('示范子', good), student('示范丑', doubtful), student('示范寅', blue)]);
  const headers = await token(page);
  const upload = { headers: { ...headers, 'Content-Type': 'application/octet-stream' }, data };
  const { id: file } = (await (await page.request.post('/api/file/files?name=a.csv', upload)).json()) as { id: string };
  const begun = (await (await page.request.post('/api/candidate/imports', { headers, data: { file } })).json()) as { id: string };
  const address = `/api/candidate/imports/${begun.id}`;
  const state = async (): Promise<string> => ((await (await page.request.get(address)).json()) as { state: string }).state;
  await expect.poll(state).toBe('READ');
  await page.request.post(`${address}/entering`, { headers });
  await expect.poll(state).toBe('ENTERED');
}

/** A portrait of nobody: a head and shoulders on a ground of one colour. */
async function portrait(page: Page, ground: string, width = 295, height = 413): Promise<Buffer> {
  const address = await page.evaluate(
    ([colour, w, h]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [Number(w), Number(h)];
      const pen = canvas.getContext('2d');
      if (pen) {
        const oval = (x: number, y: number, rx: number, ry: number, fill: string): void => {
          pen.fillStyle = fill;
          pen.beginPath();
          pen.ellipse(x * canvas.width, y * canvas.height, rx * canvas.width, ry * canvas.height, 0, 0, Math.PI * 2);
          pen.fill();
        };
        pen.fillStyle = String(colour);
        pen.fillRect(0, 0, canvas.width, canvas.height);
        oval(0.5, 1.02, 0.42, 0.3, '#24364f');
        oval(0.5, 0.42, 0.2, 0.2, '#2b2320');
        oval(0.5, 0.46, 0.17, 0.18, '#e3b793');
      }
      return canvas.toDataURL('image/jpeg', 0.92);
    },
    [ground, width, height] as const,
  );
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

test('photos are taken in, the refused shown with their reasons, and a doubt about a name is settled with evidence', async ({
  page,
  browser,
}) => {
  await signIn(page, 'college02', '/console/photos/imports');
  await enter(page);
  await expect(page.getByText(/^295×413 像素/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'photo-imports');

  const red = await portrait(page, '#d7263d');
  const files = [
    { name: `${good}.jpg`, content: red },
    { name: `22级/${doubtful}示范丑.jpg`, content: red },
    { name: `${blue}.jpg`, content: await portrait(page, '#3f8fdc') },
    { name: `${stranger}.jpg`, content: await portrait(page, '#d7263d', 413, 579) },
    { name: '毕业照.jpg', content: red },
    { name: `${idNumber(DAY, 300 + SEQUENCE)}.jpg`, content: Buffer.from('%PDF-1.7 no picture at all') },
    { name: 'Thumbs.db', content: Buffer.from('x') },
  ];
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择 .zip 文件', exact: true }).click();
  await (await chooser).setFiles({ name: '22级照片.zip', mimeType: 'application/zip', buffer: zip(files) });
  await expect(page.getByText(/^2 张合格，已归到考生名下；4 张不合格，没有采用。/)).toBeVisible();
  const card = (text: string) => page.getByRole('listitem').filter({ hasText: text });
  await expect(card('底色应为红色，实际是蓝色')).toContainText('示范寅');
  await expect(card('应为 295×413 像素')).toContainText('本校名单里没有这个身份证号');
  await expect(card('毕业照.jpg')).toContainText('文件名不是有效的身份证号');
  await expect(page.getByText(anywhere(blue))).toHaveCount(0);
  await expect(card('底色应为红色').getByRole('img')).toHaveJSProperty('complete', true);
  await expectAccessible(page);
  await picture(page, 'photo-refused', true);
  await widePicture(page, 'photo-refused-1920');

  await page.getByRole('button', { name: '合格 2', exact: true }).click();
  await page.getByRole('link', { name: '示范子', exact: true }).click();
  await expect(page.getByRole('img', { name: '示范子的照片', exact: true })).toBeVisible();
  await expect(page.getByText('信息待认证', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'candidate-photo');

  const operator = await (await browser.newContext()).newPage();
  await signIn(operator, 'operator');
  const { now } = (await (await operator.request.get('/api/clock')).json()) as { now: string };
  const to = new Date(Date.parse(now) + 3 * 3_600_000).toISOString();
  expect((await operator.request.post('/api/clock/advance', { headers: await token(operator), data: { to } })).ok()).toBe(true);

  await page.goto(`/console/candidates?class=${encodeURIComponent(CLASS)}`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('row', { name: /示范子/ })).toContainText('信息准确', { timeout: 3_000 });
    await expect(page.getByRole('row', { name: /示范丑/ })).toContainText('需人工确认', { timeout: 3_000 });
  }).toPass();
  await page.getByRole('link', { name: '示范丑', exact: true }).click();
  await expect(page.getByText(/^实名认证的结果：姓名与身份证号不一致。/)).toBeVisible();
  await page.getByRole('button', { name: '确认姓名与号码无误', exact: true }).click();
  await expect(page.getByText('请写明核对了什么，至少 4 个字。', { exact: true })).toBeVisible();
  await expect(page.getByText('请选择证明文件。', { exact: true })).toBeVisible();
  await page.getByLabel('核对了什么', { exact: true }).fill('核对身份证原件，姓名一致');
  const evidence = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择证明文件', exact: true }).click();
  await (await evidence).setFiles({ name: '证明.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
  await page.getByRole('button', { name: '确认姓名与号码无误', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '证明文件不是 JPG、PNG 图片，也不是 PDF' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'candidate-doubtful', true);
  const better = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '换一个文件', exact: true }).click();
  await (await better).setFiles({ name: '证明.jpg', mimeType: 'image/jpeg', buffer: red });
  await page.getByRole('button', { name: '确认姓名与号码无误', exact: true }).click();
  await expect(page.getByText('已确认，考生状态已更新。', { exact: true })).toBeVisible();
  await expect(page.getByText('信息准确', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '编辑资料', exact: true }).click();
  await expect(page.getByLabel(/^学生姓名/)).toBeDisabled();
  await expectAccessible(page);
  await picture(page, 'candidate-confirmed', true);
});

test('an archive that is none says so, and the work is in the list of background work', async ({ page }) => {
  await signIn(page, 'college02', '/console/photos/imports');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择 .zip 文件', exact: true }).click();
  await (await chooser).setFiles({ name: '照片.zip', mimeType: 'application/zip', buffer: Buffer.from('Rar!\x1a\x07\x00 not a zip') });
  await expect(page.getByRole('alert')).toContainText('这个文件不是 .zip 压缩包');
  await expectAccessible(page);
  await page.getByRole('link', { name: '后台任务', exact: true }).click();
  await expect(page.getByRole('row', { name: /检查考生照片/ }).first()).toContainText('失败');
  await expectAccessible(page);
  await picture(page, 'jobs');
});
