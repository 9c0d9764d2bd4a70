import { gcm } from '@noble/ciphers/aes.js';
import type { Paper } from './protocol.ts';

const NONCE_BYTES = 12;
const ASSOCIATED = new TextEncoder().encode('onex-paper-v1');

/** A room is plain http, so the browser's own cryptography is not there. Throws if key or bytes are wrong in a single bit. */
export async function openPaper(sealed: ArrayBuffer, key: string): Promise<Paper> {
  const bytes = new Uint8Array(sealed);
  const secret = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
  const zipped = gcm(secret, bytes.slice(0, NONCE_BYTES), ASSOCIATED).decrypt(bytes.slice(NONCE_BYTES));
  const text = await new Response(new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  const paper = JSON.parse(text) as Paper;
  if (paper.format !== 1 || !Array.isArray(paper.sections)) {
    throw new Error(`paper format ${String(paper.format)}`);
  }
  return paper;
}
