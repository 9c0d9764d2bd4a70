import { describe, expect, it } from 'vitest';
import type { Candidate } from '../types.ts';
import { useCandidateForm } from './useCandidateForm.ts';

const known = {
  name: '示范甲',
  idNumber: '9999**********0017',
  phone: '120****0001',
  kind: 'COLLEGE',
  nation: '汉族',
  email: '',
  department: '',
  major: '电子商务',
  grade: '',
  className: '电商1班',
  studentNumber: '1',
  education: '高职专科',
  entryYear: 2022,
  consent: true,
} as Candidate;

describe('the form of somebody known', () => {
  it('sends no phone number that nobody wrote anew, and never the masked one', () => {
    const { form, values } = useCandidateForm(() => known);
    expect(values()).not.toHaveProperty('PHONE');
    expect(values()).not.toHaveProperty('ID_NUMBER');
    expect(Object.values(values()).join()).not.toContain('*');
    form.PHONE = ' 12000000002 ';
    expect(values().PHONE).toBe('12000000002');
  });

  it('sends what was emptied as empty', () => {
    const { form, values } = useCandidateForm(() => known);
    form.MAJOR = ' ';
    expect(values()).toMatchObject({ MAJOR: '', KIND: '院校考生', CONSENT: '是', ENTRY_YEAR: '2022' });
  });
});

describe('the form of somebody new', () => {
  it('sends the ID number even when it is empty, so that the server says that it is missing', () => {
    expect(useCandidateForm(() => null).values()).toMatchObject({ NAME: '', ID_NUMBER: '', KIND: '院校考生' });
  });

  it('needs nothing of a course of studies from those who are no students', () => {
    const { form, needed } = useCandidateForm(() => null);
    expect(needed.value.has('CLASS_NAME')).toBe(true);
    form.KIND = '社会考生';
    expect([...needed.value]).toEqual(['NATION', 'PHONE', 'CONSENT']);
  });
});
