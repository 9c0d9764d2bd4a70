import { onScopeDispose, ref, shallowRef } from 'vue';
import { Refusal, type Invigilator, type Node } from '../node.ts';
import { browserTimers, repeat, type Timers } from '../repeat.ts';
import { problemText, words } from '../words.ts';

const EVERY_MS = 2000;

/** Who looks after the room at this machine. */
export function useSession(node: Node, timers: Timers = browserTimers) {
  const me = shallowRef<Invigilator | null>(null);
  const state = ref<'asking' | 'out' | 'in'>('asking');
  const unreachable = ref(false);
  const busy = ref(false);
  const problem = ref('');

  function enter(who: Invigilator): void {
    me.value = who;
    state.value = 'in';
    problem.value = '';
  }

  const asking = repeat(
    async () => {
      try {
        enter(await node.whoAmI());
        asking.stop();
      } catch (failure) {
        unreachable.value = !(failure instanceof Refusal);
        if (failure instanceof Refusal) {
          state.value = 'out';
          asking.stop();
        }
      }
    },
    EVERY_MS,
    timers,
  );

  async function signIn(number: string, pin: string): Promise<void> {
    busy.value = true;
    problem.value = '';
    try {
      enter(await node.signIn(number.trim(), pin));
    } catch (failure) {
      problem.value = problemText(failure);
    } finally {
      busy.value = false;
    }
  }

  /** The cookie is not ours to delete: without the node's word we are still signed in, and say so. */
  async function signOut(): Promise<void> {
    problem.value = '';
    try {
      await node.signOut();
      leave('');
    } catch (failure) {
      if (failure instanceof Refusal && failure.status === 401) {
        leave('');
      } else {
        problem.value = words.header.signOutFailed + problemText(failure);
      }
    }
  }

  function leave(why: string): void {
    me.value = null;
    state.value = 'out';
    problem.value = why;
  }

  asking.start();
  onScopeDispose(() => asking.stop());
  return { me, state, unreachable, busy, problem, signIn, signOut, ended: () => leave(words.signIn.ended) };
}
