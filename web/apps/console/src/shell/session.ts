import type { components } from '@onex/api-center';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { answer, api } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';

type Session = components['schemas']['Session'];

/** Who is signed in at this browser, and what they may do. */
export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null);
  const asked = ref(false);

  async function ensure(): Promise<Session | null> {
    if (!asked.value) {
      try {
        session.value = await answer(api.GET('/api/access/session'));
      } catch (error) {
        if (asProblem(error).code !== 'access.not-signed-in') {
          throw error;
        }
        session.value = null;
      }
      asked.value = true;
    }
    return session.value;
  }

  async function signIn(login: string, password: string): Promise<void> {
    session.value = await answer(api.POST('/api/access/session', { body: { login, password } }));
    asked.value = true;
  }

  async function signOut(): Promise<void> {
    await api.DELETE('/api/access/session');
    forget();
  }

  function forget(): void {
    session.value = null;
    asked.value = true;
  }

  const may = (permission?: string): boolean => permission === undefined || (session.value?.permissions.includes(permission) ?? false);

  return { session: computed(() => session.value), ensure, signIn, signOut, forget, may };
});
