import { CertificationsDocument, type CertificationsQuery } from '@hexie/schema/generated/documents.ts';
import { defineList, employerColumn, ofEmployer } from '../../lists/define-list.ts';
import { stageTone } from '../../lists/tones.ts';

type Row = CertificationsQuery['certifications']['nodes'][number];

/** Every application for the title, with what it still lacks. */
export const certificationList = defineList({
  list: 'certifications',
  texts: 'certification',
  query: CertificationsDocument,
  rows: data => data.certifications,
  order: { field: 'FILED_ON', direction: 'DESC' },
  period: true,
  choices: [
    {
      name: 'stage',
      values: ['FILED', 'SCORED', 'NOTICE', 'CLAIMED', 'CERTIFIED', 'EXPIRED', 'REVOKED'],
      words: 'stage',
    },
  ],
  columns: [
    employerColumn<Row>(),
    { key: 'TOWN', fields: ['enterprise.town'], text: row => row.enterprise.town.name },
    { key: 'FILED_ON', order: 'FILED_ON', text: row => row.filedOn },
    { key: 'STAGE', text: (row, { code }) => code('stage', row.stage), tone: row => stageTone(row.stage) },
    { key: 'LACKING', wrap: true, text: (row, { code, t }) => row.lacking.map(c => code('condition', c)).join(t('lists.comma')) },
    { key: 'REVIEW_SCORE', order: 'REVIEW_SCORE', number: true, text: (row, { decimal }) => decimal(row.reviewScore) },
    { key: 'CERTIFIED_ON', order: 'CERTIFIED_ON', text: row => row.certifiedOn },
    { key: 'VALID_TO', order: 'VALID_TO', text: row => row.validTo },
    { key: 'GRADE', order: 'GRADE', text: row => row.grade, rare: true },
  ], // prettier-ignore
  filter: asked => {
    const stage = asked.choice('stage') as Row['stage'] | undefined;
    return {
      ...(stage ? { stage: { eq: stage } } : {}),
      ...(asked.ending
        ? { inForceOn: asked.ending.on, validTo: { gte: asked.ending.from, lte: asked.ending.to } }
        : {}),
      ...(asked.since ? { filedOn: { gte: asked.since } } : {}),
      ...(asked.text
        ? {
            or: [
              { certificateNo: { contains: asked.text } },
              { enterprise: { name: { contains: asked.text } } },
            ],
          }
        : {}),
      ...ofEmployer(asked),
    };
  },
});
