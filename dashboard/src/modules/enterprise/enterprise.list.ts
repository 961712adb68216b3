import { EnterprisesDocument, type EnterprisesQuery } from '@hexie/schema/generated/documents.ts';
import { defineList } from '../../lists/define-list.ts';
import { stageTone } from '../../lists/tones.ts';

type Row = EnterprisesQuery['enterprises']['nodes'][number];

/** The roster of employers with what a clerk looks for first. */
export const enterpriseList = defineList({
  list: 'enterprises',
  texts: 'enterprise',
  query: EnterprisesDocument,
  rows: data => data.enterprises,
  order: { field: 'NAME', direction: 'ASC' },
  choices: [{ name: 'status', values: ['ACTIVE', 'SUSPENDED', 'CLOSED'], words: 'status' }],
  page: row => ({ name: 'enterprise', params: { uscc: row.uscc } }),
  openKey: row => row.uscc,
  columns: [
    { key: 'NAME', order: 'NAME', text: row => row.name },
    { key: 'USCC', order: 'USCC', text: row => row.uscc },
    { key: 'TOWN', text: row => row.town.name },
    { key: 'INDUSTRY', text: row => row.industry.name },
    { key: 'SIZE', text: (row, { t }) => (row.size ? t(`code.size.${row.size}`) : null) },
    { key: 'STAFF', order: 'STAFF', number: true, text: (row, { count }) => count(row.staff) },
    { key: 'UNION', fields: ['union.form'], text: (row, { code }) => code('unionForm', row.union?.form) },
    { key: 'MEMBERS', fields: ['union.members'], number: true, rare: true, text: (row, { count }) => count(row.union?.members) },
    { key: 'CERTIFICATION', fields: ['certification.stage'], text: (row, { code }) => code('stage', row.certification?.stage ?? 'NONE'), tone: row => stageTone(row.certification?.stage) },
    { key: 'VALID_TO', fields: ['certification.validTo'], rare: true, text: row => row.certification?.validTo },
    { key: 'FOUNDED_ON', order: 'FOUNDED_ON', text: row => row.foundedOn },
    { key: 'STATUS', text: (row, { code }) => code('status', row.status), tone: row => (row.status === 'ACTIVE' ? '' : 'near') },
    { key: 'REGISTRATION', rare: true, text: row => row.registration },
  ], // prettier-ignore
  filter: asked => {
    const status = asked.choice('status') as Row['status'] | undefined;
    return {
      ...asked.employer,
      ...(status ? { status: { eq: status } } : {}),
      ...(asked.text
        ? { or: [{ name: { contains: asked.text } }, { uscc: { contains: asked.text.toUpperCase() } }] }
        : {}),
    };
  },
});
