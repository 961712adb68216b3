import { defineTimeline } from '../../read/timeline/define-timeline.ts';
import { filingKinds, type FilingKind } from './contract.codes.ts';

/** Labour-use filings (一户一册备案). */
export const filingTimeline = defineTimeline({
  type: 'Filing',
  table: 'filing',
  enterprise: 'enterprise_id',
  needs: 'filing.read',
  events: [
    {
      kind: 'FILING',
      day: 'filed_on',
      params: ['kind', 'workers', 'contracted', 'insured'],
      tell: (kind, workers, contracted, insured) => {
        const word = filingKinds[kind as FilingKind];
        return {
          zh: `${word.zh}备案：用工 ${workers} 人，签合同 ${contracted} 人，参保 ${insured} 人`,
          en: `${word.en} filing: ${workers} workers, ${contracted} with a contract, ${insured} insured`,
        };
      },
    },
  ],
});
