import { defineSearch } from '../../read/search/define-search.ts';

/** An inspection is found by its case number. */
export const inspectionSearch = defineSearch({
  kind: 'INSPECTION',
  type: 'Inspection',
  ways: [
    {
      matched: 'CASE_NO',
      sql: `select i.id, case when i.case_key = {text} then 0 when i.case_key like {starts} then 2 else 6 end as rank,
          i.case_no as title, e.name || ' · ' || i.checked_on as detail
        from inspection i join enterprise e on e.id = i.enterprise_id
        where length({text}) >= 4 and i.case_key like {like}`,
    },
  ],
});
