import { computed, reactive } from 'vue';
import { t } from '../../../i18n.ts';
import type { Missing, Supply } from '../types.ts';

/** The publicity window that an exam officer supplies where the notice prints none: N days after the exam, for M days. */
export function usePublicity(missing: () => Missing[]) {
  const form = reactive({ after: 10, days: 5, reason: '', asked: false });
  const wanted = computed(() => missing().some((item) => item.what === 'PUBLICITY'));
  const blocked = computed(() => missing().some((item) => item.what !== 'PUBLICITY'));
  const whole = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 90;
  const numbersGood = computed(() => whole(form.after) && whole(form.days));
  const good = computed(() => !blocked.value && (!wanted.value || (numbersGood.value && form.reason.trim() !== '')));

  function supply(): Supply[] {
    if (!wanted.value) {
      return [];
    }
    const rule = `+${form.after} d for ${form.days} d`;
    return [{ name: t('plan.publish.name'), rule, reason: form.reason.trim() }];
  }

  return { form, wanted, blocked, numbersGood, good, supply };
}
