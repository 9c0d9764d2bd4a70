// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { gcm } from '@noble/ciphers/aes.js';
import { describe, expect, it } from 'vitest';
import { openPaper } from './paper.ts';
import type { Paper } from './protocol.ts';

const PAPER: Paper = {
  format: 1,
  title: '网店运营推广 初级 理论 模拟卷',
  sections: [{ title: '一、单项选择题', note: '', items: [{ id: 'S01', type: 'SINGLE', points: 5, stem: '㛃𠮷䶮', options: [] }] }],
};
const secret = Uint8Array.from({ length: 32 }, (_, n) => n);
const key = Buffer.from(secret).toString('base64');

function seal(paper: unknown, aad = 'onex-paper-v1'): ArrayBuffer {
  const nonce = Uint8Array.from({ length: 12 }, (_, n) => 7 * n);
  const sealed = gcm(secret, nonce, new TextEncoder().encode(aad)).encrypt(gzipSync(JSON.stringify(paper)));
  return Uint8Array.from([...nonce, ...sealed]).buffer;
}

describe('a sealed paper', () => {
  it('opens with its key', async () => {
    expect(await openPaper(seal(PAPER), key)).toEqual(PAPER);
  });

  it('does not open with another key', async () => {
    await expect(openPaper(seal(PAPER), Buffer.alloc(32, 1).toString('base64'))).rejects.toThrow();
  });

  it('does not open if one bit of it has turned', async () => {
    for (const at of [0, 12, -1]) {
      const bytes = new Uint8Array(seal(PAPER));
      const index = at < 0 ? bytes.length + at : at;
      bytes[index] = (bytes[index] ?? 0) ^ 1;
      await expect(openPaper(bytes.buffer, key)).rejects.toThrow();
    }
  });

  it('does not open if it was sealed for another purpose', async () => {
    await expect(openPaper(seal(PAPER, 'something-else'), key)).rejects.toThrow();
  });

  it('of a format to come is refused', async () => {
    await expect(openPaper(seal({ ...PAPER, format: 2 }), key)).rejects.toThrow('format 2');
  });
});
