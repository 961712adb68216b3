import { UnionsDocument, type UnionFilter, type UnionsQuery } from '@hexie/schema/generated/documents.ts';
import { defineList, employerColumn, ofEmployer, type Asked } from '../../lists/define-list.ts';

type Row = UnionsQuery['unions']['nodes'][number];

/** Those with an agreement in force, and where it is asked those whose ends between two days. */
function agreement({ choice, ending, today }: Asked): UnionFilter {
  const kind = choice('agreement') ?? (ending ? 'COLLECTIVE' : undefined);
  const on = ending?.on ?? today;
  const between = ending && { gte: ending.from, lte: ending.to };
  if (kind === 'COLLECTIVE')
    return { collectiveInForceOn: on, ...(between ? { collectiveEndsOn: between } : {}) };
  return kind === 'WAGE' ? { wageInForceOn: on, ...(between ? { wageEndsOn: between } : {}) } : {};
}

/** The unions of the employers, with their agreements. */
export const unionList = defineList({
  list: 'unions',
  texts: 'union',
  query: UnionsDocument,
  rows: data => data.unions,
  order: { field: 'MEMBERS', direction: 'DESC' },
  choices: [
    { name: 'form', values: ['OWN', 'JOINT', 'REGIONAL', 'NONE'], words: 'unionForm' },
    { name: 'agreement', values: ['COLLECTIVE', 'WAGE'], words: 'agreementInForce' },
    { name: 'congress', values: ['YES', 'NO'], words: 'yes' },
  ],
  columns: [
    employerColumn<Row>(),
    { key: 'TOWN', fields: ['enterprise.town'], text: row => row.enterprise.town.name },
    { key: 'FORM', order: 'FORM', text: (row, { code }) => code('unionForm', row.form), tone: row => (row.form === 'NONE' ? 'near' : '') },
    { key: 'NAME', order: 'NAME', text: row => row.name, rare: true },
    { key: 'MEMBERS', order: 'MEMBERS', number: true, text: (row, { count }) => count(row.members) },
    { key: 'FOUNDED_ON', order: 'FOUNDED_ON', text: row => row.foundedOn },
    { key: 'DISSOLVED_ON', order: 'DISSOLVED_ON', text: row => row.dissolvedOn, rare: true },
    { key: 'COLLECTIVE', fields: ['collectiveEndsOn'], order: 'COLLECTIVE_ENDS_ON', text: row => row.collectiveEndsOn },
    { key: 'WAGE', fields: ['wageEndsOn'], order: 'WAGE_ENDS_ON', text: row => row.wageEndsOn },
    { key: 'CONGRESS', text: (row, { yes }) => yes(row.congress) },
    { key: 'DISCLOSURE', text: (row, { yes }) => yes(row.disclosure) },
  ], // prettier-ignore
  filter: asked => {
    const form = asked.choice('form') as Row['form'] | undefined;
    const congress = asked.yes('congress');
    return {
      ...agreement(asked),
      ...(form ? { form: { eq: form } } : {}),
      ...(congress === undefined ? {} : { congress: { eq: congress } }),
      ...(asked.text
        ? { or: [{ name: { contains: asked.text } }, { enterprise: { name: { contains: asked.text } } }] }
        : {}),
      ...ofEmployer(asked),
    };
  },
});
