import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';

const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger\//, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** A browser as people call it; what calls itself otherwise is shown as it does. */
export function browserName(userAgent: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  return browser === undefined ? userAgent : [browser, system].filter((word) => word !== undefined).join(' · ');
}

/** Where one's own account is signed in. */
export function useLiveSessions() {
  const asked = useAsk(() => answer(api.GET('/api/access/sessions')));
  const { refusal, busy, act } = useAct();

  async function end(id: string): Promise<void> {
    await act(() => api.DELETE('/api/access/sessions/{id}', { params: { path: { id } } }));
    await asked.load();
  }

  void asked.load();
  return { ...asked, refusal, busy, end };
}
