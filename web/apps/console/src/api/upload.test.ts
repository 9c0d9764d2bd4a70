import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from './problem.ts';
import { uploadFile } from './upload.ts';

/** Stands for the browser's request: the test answers it. */
class Asked {
  static last: Asked;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  responseText = '';
  address = '';
  headers: Record<string, string> = {};
  constructor() {
    Asked.last = this;
  }
  open(_method: string, address: string): void {
    this.address = address;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  getResponseHeader(): null {
    return null;
  }
  send(): void {}
  abort(): void {
    this.onabort?.();
  }
  answer(status: number, body: string): void {
    this.status = status;
    this.responseText = body;
    this.onload?.();
  }
}

describe('an upload', () => {
  const file = new File(['x'], '照片 1.zip');

  beforeEach(() => {
    vi.stubGlobal('XMLHttpRequest', Asked);
    document.cookie = 'XSRF-ONEX-CENTER=abc';
  });

  const begun = async (tell: (share: number) => void = () => undefined, stop?: AbortSignal) => {
    const sent = uploadFile(file, tell, stop);
    sent.catch(() => undefined);
    await vi.waitFor(() => expect(Asked.last.onload).toBeDefined());
    return { sent, asked: Asked.last };
  };

  it('keeps ID numbers out of the address', async () => {
    const sent = uploadFile(new File(['x'], '张三_99999920060315001X.jpg'), () => undefined);
    sent.catch(() => undefined);
    await vi.waitFor(() => expect(Asked.last.onload).toBeDefined());
    expect(decodeURIComponent(Asked.last.address)).toBe('/api/file/files?name=张三_9999**********001X.jpg');
  });

  it('sends the file under its name with the token and tells how far it is', async () => {
    const shares: number[] = [];
    const { sent, asked } = await begun((share) => shares.push(share));
    expect(asked.address).toBe(`/api/file/files?name=${encodeURIComponent('照片 1.zip')}`);
    expect(asked.headers).toMatchObject({ 'X-XSRF-TOKEN': 'abc', 'Content-Type': 'application/octet-stream' });
    asked.upload.onprogress?.({ loaded: 1, total: 4 });
    asked.answer(201, '{"id":"7"}');
    expect(await sent).toEqual({ id: '7' });
    expect(shares).toEqual([0.25, 1]);
  });

  it('that is refused says the server’s code, also where a proxy answers', async () => {
    const refused = await begun();
    refused.asked.answer(422, '{"code":"file.empty","facts":{}}');
    await expect(refused.sent).rejects.toMatchObject({ status: 422, code: 'file.empty' });
    const proxied = await begun();
    proxied.asked.answer(502, '<html>');
    await expect(proxied.sent).rejects.toMatchObject({ code: 'web.server-failed' });
  });

  it('whose line breaks, or that is stopped, says so', async () => {
    const broken = await begun();
    broken.asked.onerror?.();
    await expect(broken.sent).rejects.toEqual(new ApiProblem(0, 'web.unreachable'));
    const stopper = new AbortController();
    const stopped = await begun(undefined, stopper.signal);
    stopper.abort();
    await expect(stopped.sent).rejects.toMatchObject({ code: 'web.upload-stopped' });
  });
});
