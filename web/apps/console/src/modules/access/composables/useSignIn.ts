import { reactive, ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { asProblem, type ApiProblem } from '../../../api/problem.ts';
import { useSession } from '../../../shell/session.ts';

/** Only a path of this console is a way back; anything else would let a stranger's link choose where people land. */
export function wayBack(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}

/** The state of the sign-in form. */
export function useSignIn() {
  const route = useRoute();
  const router = useRouter();
  const access = useSession();
  const form = reactive({ login: '', password: '' });
  const missing = reactive({ login: false, password: false });
  const problem = ref<ApiProblem | null>(null);
  const busy = ref(false);

  async function submit(): Promise<void> {
    missing.login = form.login.trim() === '';
    missing.password = form.password === '';
    if (missing.login || missing.password || busy.value) {
      return;
    }
    busy.value = true;
    problem.value = null;
    try {
      await access.signIn(form.login.trim(), form.password);
      await router.replace(wayBack(route.query.to));
    } catch (error) {
      problem.value = asProblem(error);
      form.password = '';
    } finally {
      busy.value = false;
    }
  }

  return { form, missing, problem, busy, submit };
}
