import { answer, api } from '../../api/client.ts';
import { t } from '../../i18n.ts';
import type { IntakeKind } from '../../shell/intake/kind.ts';
import { FIELDS, type Field } from './types.ts';
import { problemInWords } from './words.ts';

const IMPORTS = '/api/candidate/imports';

const heading = (field: Field): string => t(`candidate.fields.${field}`);

/** The roster that a college sends: one row a person. */
export const roster: IntakeKind = {
  api: {
    begin: (file) => answer(api.POST(IMPORTS, { body: { file } })),
    list: (query) => answer(api.GET(IMPORTS, { params: { query } })),
    get: (id) => answer(api.GET(`${IMPORTS}/{id}`, { params: { path: { id } } })),
    rows: (id, query) => answer(api.GET(`${IMPORTS}/{id}/rows`, { params: { path: { id }, query } })),
    enter: (id) => answer(api.POST(`${IMPORTS}/{id}/entering`, { params: { path: { id } } })),
    template: '/api/candidate/import-template',
    badRows: (id) => `${IMPORTS}/${id}/bad-rows`,
  },
  permission: 'candidate.write',
  pages: { list: 'candidate-imports', begin: 'candidate-import-new', one: 'candidate-import' },
  home: { page: 'candidates', title: t('candidate.one.back') },
  say: (word, facts) => t(`candidate.roster.${word}`, facts),
  notes: ['text', 'paste', 'once', 'later'].map((note) => t(`candidate.rosterNotes.${note}`)),
  columns: FIELDS.map((field) => ({ field, title: heading(field) })),
  always: ['NAME', 'ID_NUMBER'],
  // These follow from the ID number and from who sends the file.
  unneeded: [heading('SEX'), heading('COLLEGE')],
  problem: problemInWords,
  pageOf({ subject }) {
    const [candidate, enrolment] = subject?.split('/') ?? [];
    return candidate && enrolment ? { name: 'candidate', params: { candidate, enrolment } } : null;
  },
};
