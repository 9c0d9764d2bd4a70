import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils';
import { afterAll, afterEach, vi } from 'vitest';

/*
 * All test files of a worker share their modules and one page, because loading both anew for each of them takes longer than all tests. So
 * that no file notices another one, whatever it has put on the page, replaced or left running ends with it.
 */
disableAutoUnmount();
enableAutoUnmount(afterEach);

const { fetch, setTimeout, setInterval, addEventListener } = globalThis;
const ends: (() => void)[] = [];
const noted =
  <A extends unknown[]>(start: (...args: A) => ReturnType<typeof setTimeout>) =>
  (...args: A) => {
    const timer = start(...args);
    ends.push(() => clearTimeout(timer));
    return timer;
  };
Object.assign(globalThis, { setTimeout: noted(setTimeout), setInterval: noted(setInterval) });
if (typeof document !== 'undefined') {
  globalThis.addEventListener = (...heard: Parameters<typeof addEventListener>) => {
    addEventListener(...heard);
    ends.push(() => removeEventListener(...heard));
  };
}

afterAll(() => {
  ends.forEach((end) => end());
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Object.assign(globalThis, { fetch, setTimeout, setInterval, addEventListener });
  if (typeof document !== 'undefined') {
    document.body.replaceChildren();
    localStorage.clear();
    sessionStorage.clear();
  }
});
