import { effectScope } from 'vue';
import { describe, expect, it } from 'vitest';
import { createNode } from '../node.ts';
import { AN_INVIGILATOR, aNetwork, handTimers, json, refused, settled, type Asked } from '../testing.ts';
import { words } from '../words.ts';
import { useSession } from './useSession.ts';

async function aSession(answer: (asked: Asked) => Response | Promise<Response>) {
  const { timers, pass, waitingFor } = handTimers();
  const world = { answer };
  const { ask } = aNetwork((asked) => world.answer(asked));
  const session = effectScope().run(() => useSession(createNode(ask), timers));
  if (session === undefined) {
    throw new Error('no session');
  }
  await settled();
  return { session, world, pass, waitingFor };
}

const signedIn = (): Response => json(AN_INVIGILATOR);
const nobody = (): Response => refused(401, 'invigilation.not-signed-in');

describe('the page', () => {
  it('goes on with whoever is signed in', async () => {
    const { session, waitingFor } = await aSession(signedIn);
    expect([session.state.value, session.me.value?.name]).toEqual(['in', '王监考']);
    expect(waitingFor(2000)).toBe(0);
  });

  it('waits for a node that is not up yet', async () => {
    const { session, world, pass } = await aSession(() => Promise.reject(new TypeError('failed')));
    expect([session.state.value, session.unreachable.value]).toEqual(['asking', true]);
    world.answer = nobody;
    await pass(2000);
    expect([session.state.value, session.problem.value]).toEqual(['out', '']);
  });
});

describe('signing in', () => {
  it('that is refused says why', async () => {
    const { session, world } = await aSession(nobody);
    world.answer = () => refused(401, 'invigilation.sign-in-wrong');
    await session.signIn('J01', '0');
    expect([session.state.value, session.problem.value]).toEqual(['out', words.errors['invigilation.sign-in-wrong']]);
    world.answer = signedIn;
    await session.signIn('J01', '1234');
    expect([session.state.value, session.problem.value]).toEqual(['in', '']);
  });
});

describe('signing out', () => {
  it('without the node is not claimed', async () => {
    const { session, world } = await aSession(signedIn);
    world.answer = () => Promise.reject(new TypeError('failed'));
    await session.signOut();
    expect(session.state.value).toBe('in');
    expect(session.problem.value).toContain(words.unreachable);
  });

  it('is done when the node says that nobody is signed in', async () => {
    const { session, world } = await aSession(signedIn);
    world.answer = nobody;
    await session.signOut();
    expect([session.state.value, session.problem.value]).toEqual(['out', '']);
  });
});

it('a session that ended says so at the sign-in', async () => {
  const { session } = await aSession(signedIn);
  session.ended();
  expect([session.state.value, session.problem.value]).toEqual(['out', words.signIn.ended]);
});
