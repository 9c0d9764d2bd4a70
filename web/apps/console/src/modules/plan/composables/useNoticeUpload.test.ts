import { beforeEach, describe, expect, it, vi } from 'vitest';

const { sent, push } = vi.hoisted(() => {
  const sent: { type: string | null; bytes: number[] }[] = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    if (request.method === 'POST') {
      sent.push({ type: request.headers.get('Content-Type'), bytes: [...new Uint8Array(await request.arrayBuffer())] });
    }
    return new Response(JSON.stringify({ id: '7' }), { status: 201, headers: { 'Content-Type': 'application/json' } });
  };
  return { sent, push: vi.fn() };
});
vi.mock('vue-router', () => ({ useRouter: () => ({ push }) }));

const { useNoticeUpload } = await import('./useNoticeUpload.ts');

/** 考试 in GBK, which is no UTF-8. */
const GBK = [0xbf, 0xbc, 0xca, 0xd4];

describe('a notice file', () => {
  beforeEach(() => {
    sent.length = 0;
    push.mockClear();
  });

  it('is sent byte by byte, whatever its encoding', async () => {
    const { upload, problem } = useNoticeUpload();
    await upload(new File([new Uint8Array(GBK)], '通知.yaml'));
    expect(problem.value).toBeNull();
    expect(sent).toEqual([{ type: 'application/yaml', bytes: GBK }]);
    expect(push).toHaveBeenCalledWith({ name: 'notice', params: { id: '7' } });
  });

  it('of more than 1 MB is not sent', async () => {
    const { upload, tooLarge } = useNoticeUpload();
    await upload(new File([new Uint8Array(1024 * 1024 + 1)], '通知.yaml'));
    expect(tooLarge.value).toBe(true);
    expect(sent).toEqual([]);
  });
});
