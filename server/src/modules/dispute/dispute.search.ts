import { defineSearch } from '../../read/search/define-search.ts';

/** A dispute is found by its case number; parties are nobody's to search. */
export const disputeSearch = defineSearch({
  kind: 'DISPUTE',
  type: 'Dispute',
  ways: [
    {
      matched: 'CASE_NO',
      sql: `select id, case when case_key = {text} then 0 when case_key like {starts} then 2 else 6 end as rank,
          case_no as title, respondent_name || ' · ' || filed_on as detail
        from dispute where length({text}) >= 4 and case_key like {like}`,
    },
  ],
});
