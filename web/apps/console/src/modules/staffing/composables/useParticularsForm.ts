import { computed, reactive, ref, watch } from 'vue';
import { FIELDS, type Field, type Invigilator, type Particulars } from '../types.ts';

const PHONE = /^1\d{10}$/;
const NOTHING: Particulars = {
  name: '',
  phone: '',
  region: '',
  teaches: '',
  teachesQualification: false,
  certificate: '',
  certificateNumber: '',
  issuer: '',
};

/** What is filled in about somebody, begun anew or from what is known. */
export function useParticularsForm(known: () => Invigilator | null) {
  const form = reactive<Particulars>({ ...NOTHING });
  const sent = ref(false);
  watch(
    known,
    (one) => {
      const all = one ?? NOTHING;
      Object.assign(form, Object.fromEntries(FIELDS.map((field) => [field, all[field]])), {
        teachesQualification: all.teachesQualification,
      });
      sent.value = false;
    },
    { immediate: true },
  );

  const said = computed<Particulars>(() => ({
    ...form,
    ...Object.fromEntries(FIELDS.map((field) => [field, form[field].normalize('NFKC').trim()])),
    phone: form.phone.normalize('NFKC').replace(/[\s-]/g, ''),
  }));
  const faults = computed<Partial<Record<Field, string>>>(() => {
    const missing = (['name', 'region', 'teaches'] as const).filter((field) => said.value[field] === '');
    const { certificate, certificateNumber, issuer, phone } = said.value;
    const partly = [certificate, certificateNumber, issuer].some((word) => word !== '');
    const open = (['certificate', 'certificateNumber', 'issuer'] as const).filter((field) => partly && said.value[field] === '');
    return {
      ...Object.fromEntries(missing.map((field) => [field, 'staffing.form.missing'])),
      ...Object.fromEntries(open.map((field) => [field, 'staffing.form.together'])),
      // What stands there masked is sent back as it is and means: as it was.
      ...(PHONE.test(phone) || phone === known()?.phone ? {} : { phone: 'staffing.form.phoneWrong' }),
    };
  });

  /** What to send, or nothing as long as something is wrong. */
  function finished(): Particulars | null {
    sent.value = true;
    return Object.keys(faults.value).length === 0 ? said.value : null;
  }

  /** The key of the sentence to show beside a field; none before one has tried to send. */
  const fault = (field: Field): string => (sent.value ? (faults.value[field] ?? '') : '');

  return { form, finished, fault };
}
