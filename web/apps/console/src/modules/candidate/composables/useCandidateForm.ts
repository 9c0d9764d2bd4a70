import { computed, reactive, watch } from 'vue';
import { t } from '../../../i18n.ts';
import type { Candidate, Field, Values } from '../types.ts';

const KEPT: Field[] = ['NATION', 'EMAIL', 'DEPARTMENT', 'MAJOR', 'GRADE', 'CLASS_NAME', 'STUDENT_NUMBER', 'EDUCATION', 'ENTRY_YEAR'];
const OF_STUDENTS: Field[] = ['MAJOR', 'CLASS_NAME', 'EDUCATION', 'ENTRY_YEAR'];
const OF_ALL: Field[] = ['NATION', 'PHONE', 'CONSENT'];

function valuesOf(candidate: Candidate): Values {
  return {
    NAME: candidate.name,
    KIND: t(`candidate.kinds.${candidate.kind}`),
    NATION: candidate.nation,
    EMAIL: candidate.email,
    DEPARTMENT: candidate.department,
    MAJOR: candidate.major,
    GRADE: candidate.grade,
    CLASS_NAME: candidate.className,
    STUDENT_NUMBER: candidate.studentNumber,
    EDUCATION: candidate.education,
    ENTRY_YEAR: candidate.entryYear === null ? '' : String(candidate.entryYear),
    CONSENT: t(candidate.consent ? 'candidate.form.yes' : 'candidate.form.no'),
  };
}

const NOTHING: Values = {
  ...Object.fromEntries(KEPT.map((field) => [field, ''])),
  NAME: '',
  KIND: t('candidate.kinds.COLLEGE'),
  CONSENT: '',
};

/** What is filled in about somebody: begun anew, or from what is known. Phone numbers are masked, so one left empty stays as it is. */
export function useCandidateForm(candidate: () => Candidate | null) {
  const form = reactive<Values>({});
  watch(candidate, (known) => Object.assign(form, { ID_NUMBER: '', PHONE: '' }, known ? valuesOf(known) : NOTHING), { immediate: true });

  const trimmed = (field: Field): string => (form[field] ?? '').trim();

  function values(): Values {
    const sent: Field[] = ['NAME', 'KIND', 'CONSENT', ...KEPT];
    const anew = candidate() === null ? (['ID_NUMBER', 'PHONE'] as const) : (['PHONE'] as const);
    const written = anew.filter((field) => field === 'ID_NUMBER' || trimmed(field) !== '');
    return Object.fromEntries([...sent, ...written].map((field) => [field, trimmed(field)]));
  }

  /** What must be known before somebody can be entered for an exam. */
  const needed = computed(() => new Set([...OF_ALL, ...(form.KIND === t('candidate.kinds.PUBLIC') ? [] : OF_STUDENTS)]));

  return { form, values, needed };
}
