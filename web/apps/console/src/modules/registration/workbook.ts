import { answer, api } from '../../api/client.ts';
import { t } from '../../i18n.ts';
import type { IntakeKind } from '../../shell/intake/kind.ts';
import { FIELDS, type Field } from './types.ts';
import { problemInWords } from './words.ts';

const IMPORTS = '/api/registration/imports';

/** Names that are longer than a column is wide. */
const LONG: Field[] = ['COLLEGE', 'SITE', 'PLAN', 'QUALIFICATION'];

const heading = (field: Field): string => t(`registration.fields.${field}`);

/** The registrations that a college sends: one row for one person and one level. */
export const workbook: IntakeKind = {
  api: {
    begin: (file) => answer(api.POST(IMPORTS, { body: { file } })),
    list: (query) => answer(api.GET(IMPORTS, { params: { query } })),
    get: (id) => answer(api.GET(`${IMPORTS}/{id}`, { params: { path: { id } } })),
    rows: (id, query) => answer(api.GET(`${IMPORTS}/{id}/rows`, { params: { path: { id }, query } })),
    enter: (id) => answer(api.POST(`${IMPORTS}/{id}/entering`, { params: { path: { id } } })),
    template: '/api/registration/import-template',
    badRows: (id) => `${IMPORTS}/${id}/bad-rows`,
  },
  permission: 'registration.write',
  pages: { list: 'registration-imports', begin: 'registration-import-new', one: 'registration-import' },
  home: { page: 'registrations', title: t('registration.title') },
  say: (word, facts) => t(`registration.workbook.${word}`, facts),
  notes: ['roster', 'exact', 'code', 'records'].map((note) => t(`registration.workbookNotes.${note}`)),
  columns: FIELDS.map((field) => ({ field, title: heading(field), long: LONG.includes(field) })),
  always: ['NAME', 'ID_NUMBER'],
  unneeded: [],
  problem: problemInWords,
};
