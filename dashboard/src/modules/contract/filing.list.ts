import { FilingsDocument, type FilingsQuery } from '@hexie/schema/generated/documents.ts';
import { defineList, employerColumn, ofEmployer } from '../../lists/define-list.ts';

type Row = FilingsQuery['filings']['nodes'][number];

/** The filings of labour use (一户一册); the one in force and those it replaced. */
export const filingList = defineList({
  list: 'filings',
  texts: 'contract.filings',
  query: FilingsDocument,
  rows: data => data.filings,
  order: { field: 'FILED_ON', direction: 'DESC' },
  period: true,
  choices: [
    { name: 'inForce', values: ['YES', 'NO'], words: 'inForce' },
    { name: 'kind', values: ['FIRST', 'CHANGE', 'ANNUAL', 'CANCEL'], words: 'filingKind' },
  ],
  columns: [
    employerColumn<Row>(),
    { key: 'TOWN', fields: ['enterprise.town'], text: row => row.enterprise.town.name },
    { key: 'FILED_ON', order: 'FILED_ON', text: row => row.filedOn },
    { key: 'KIND', order: 'KIND', text: (row, { code }) => code('filingKind', row.kind) },
    { key: 'IN_FORCE', text: (row, { code }) => code('inForce', row.inForce ? 'YES' : 'NO'), tone: row => (row.inForce ? '' : 'muted') },
    { key: 'WORKERS', order: 'WORKERS', number: true, text: (row, { count }) => count(row.workers) },
    { key: 'CONTRACTED', order: 'CONTRACTED', number: true, text: (row, { count }) => count(row.contracted) },
    { key: 'INSURED', order: 'INSURED', number: true, text: (row, { count }) => count(row.insured) },
    { key: 'DISPATCHED', number: true, rare: true, text: (row, { count }) => count(row.dispatched) },
    { key: 'PART_TIME', number: true, rare: true, text: (row, { count }) => count(row.partTime) },
    { key: 'MIGRANT', number: true, rare: true, text: (row, { count }) => count(row.migrant) },
    { key: 'FILING_NO', rare: true, text: row => row.filingNo },
  ], // prettier-ignore
  filter: asked => {
    const kind = asked.choice('kind') as Row['kind'] | undefined;
    const inForce = asked.yes('inForce');
    return {
      ...(inForce === undefined ? {} : { inForce: { eq: inForce } }),
      ...(kind ? { kind: { eq: kind } } : {}),
      ...(asked.since ? { filedOn: { gte: asked.since } } : {}),
      ...(asked.text
        ? { or: [{ filingNo: { contains: asked.text } }, { enterprise: { name: { contains: asked.text } } }] }
        : {}),
      ...ofEmployer(asked),
    };
  },
});
