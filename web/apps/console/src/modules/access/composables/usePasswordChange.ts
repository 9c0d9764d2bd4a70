import { computed, reactive, ref } from 'vue';
import { api } from '../../../api/client.ts';
import { asProblem, type ApiProblem } from '../../../api/problem.ts';

export const SHORTEST = 10;

export interface Passwords {
  present: string;
  wanted: string;
  again: string;
}

/** What is wrong with the form before anybody is asked; null if nothing. */
export function wrongWith(form: Passwords): 'incomplete' | 'short' | 'differ' | null {
  if (form.present === '' || form.wanted === '' || form.again === '') {
    return 'incomplete';
  }
  if (form.wanted.length < SHORTEST) {
    return 'short';
  }
  return form.wanted === form.again ? null : 'differ';
}

/** The form in which one's own password is changed. */
export function usePasswordChange() {
  const form = reactive<Passwords>({ present: '', wanted: '', again: '' });
  const problem = ref<ApiProblem | null>(null);
  const busy = ref(false);
  const done = ref(false);
  const tried = ref(false);
  const wrong = computed(() => (tried.value ? wrongWith(form) : null));

  async function submit(): Promise<void> {
    tried.value = true;
    done.value = false;
    problem.value = null;
    if (busy.value || wrongWith(form) !== null) {
      return;
    }
    busy.value = true;
    try {
      await api.PUT('/api/access/password', { body: { present: form.present, wanted: form.wanted } });
      Object.assign(form, { present: '', wanted: '', again: '' });
      tried.value = false;
      done.value = true;
    } catch (error) {
      problem.value = asProblem(error);
    } finally {
      busy.value = false;
    }
  }

  return { form, wrong, problem, busy, done, submit };
}
