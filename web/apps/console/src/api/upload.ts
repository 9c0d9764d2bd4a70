import type { components } from '@onex/api-center';
import { refusal, xsrfToken } from './client.ts';
import { ApiProblem } from './problem.ts';

export type Uploaded = components['schemas']['Uploaded'];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Addresses end up in the logs of proxies, and people name files after ID numbers. */
function withoutNumbers(name: string): string {
  return name.replace(/(\d{4})\d{7,}([\dXx]{4})/g, '$1**********$2');
}

/**
 * Sends a file as it is and tells meanwhile which share has left. Only XMLHttpRequest tells that, fetch does not.
 *
 * @param stop ends it halfway
 */
export async function uploadFile(file: File, tell: (share: number) => void, stop?: AbortSignal): Promise<Uploaded> {
  const token = await xsrfToken();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/file/files?name=${encodeURIComponent(withoutNumbers(file.name))}`);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-XSRF-TOKEN', token);
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiProblem(0, 'web.unreachable'));
    request.onabort = () => reject(new ApiProblem(0, 'web.upload-stopped'));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) {
        tell(1);
        resolve(body as Uploaded);
      } else {
        reject(refusal(request.status, body, request.getResponseHeader('Retry-After')));
      }
    };
    stop?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
