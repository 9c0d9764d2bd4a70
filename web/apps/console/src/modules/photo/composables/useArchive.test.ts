import { beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';

const { answers, asked } = vi.hoisted(() => {
  const answers: Record<string, unknown>[] = [];
  const asked: string[] = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    return new Response(JSON.stringify(answers.shift()), { status: 200, headers: { 'Content-Type': 'application/json' } });
  };
  return { answers, asked };
});

const { useArchive } = await import('./useArchive.ts');

async function archiveAt(state: string, job: string) {
  answers.splice(0, answers.length, { id: '7', state, job: { state: job } });
  const scope = effectScope();
  const one = scope.run(() => useArchive(() => '7')) as ReturnType<typeof useArchive>;
  await vi.waitFor(() => expect(one.data.value).not.toBeNull());
  return { one, scope };
}

async function phaseAt(state: string, job: string) {
  const { one, scope } = await archiveAt(state, job);
  const found = [one.phase.value, one.resumable.value];
  scope.stop();
  return found;
}

describe('an archive of photos', () => {
  beforeEach(() => {
    asked.length = 0;
    document.cookie = 'XSRF-ONEX-CENTER=abc';
  });

  it('is where its state and its work say, and can go on when it was cancelled', async () => {
    expect(await phaseAt('RUNNING', 'RUNNING')).toEqual(['running', false]);
    expect(await phaseAt('RUNNING', 'CANCELLED')).toEqual(['stopped', true]);
    expect(await phaseAt('FAILED', 'FAILED')).toEqual(['stopped', false]);
    expect(await phaseAt('DONE', 'DONE')).toEqual(['done', false]);
  });

  it('that failed is asked for again until its work can say why', async () => {
    expect(await phaseAt('FAILED', 'RUNNING')).toEqual(['running', false]);
  });

  it('that goes on is being looked at again', async () => {
    const { one, scope } = await archiveAt('RUNNING', 'CANCELLED');
    answers.push({ id: '7', state: 'RUNNING', job: { state: 'WAITING' } });
    await one.resume();
    expect(one.phase.value).toBe('running');
    expect(asked.at(-1)).toBe('POST /api/photo/imports/7/resuming');
    scope.stop();
  });
});
