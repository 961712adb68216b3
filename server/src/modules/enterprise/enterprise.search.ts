import { defineSearch } from '../../read/search/define-search.ts';

/** An employer is found by its code, its names of now and before, and by how they sound. */
export const enterpriseSearch = defineSearch({
  kind: 'ENTERPRISE',
  type: 'Enterprise',
  ways: [
    {
      matched: 'CODE',
      sql: `select id, case when uscc = {text} then 0 when uscc like {starts} then 2 else 6 end as rank,
          name as title, uscc as detail from enterprise where length({text}) >= 4 and uscc like {like}`,
    },
    {
      matched: 'NAME',
      sql: `select id, case when name_key = {text} then 0 when name_key like {starts} then 1 else 3 end as rank,
          name as title, uscc as detail from enterprise where name_key like {like}`,
    },
    {
      matched: 'FORMER_NAME',
      sql: `select e.id, case when f.name_key = {text} then 1 else 4 end as rank, e.name as title, f.name as detail
        from former_name f join enterprise e on e.id = f.enterprise_id where f.name_key like {like}`,
    },
    {
      matched: 'INITIALS',
      sql: `select e.id, 5 as rank, e.name as title, e.uscc as detail
        from name_sound s join enterprise e on e.name_key = s.name_key where s.initials like {latin}`,
    },
    {
      matched: 'PINYIN',
      sql: `select e.id, 5 as rank, e.name as title, e.uscc as detail
        from name_sound s join enterprise e on e.name_key = s.name_key where s.sound like {latin}`,
    },
    {
      matched: 'FORMER_NAME',
      sql: `select e.id, 7 as rank, e.name as title, f.name as detail
        from name_sound s join former_name f on f.name_key = s.name_key join enterprise e on e.id = f.enterprise_id
        where s.sound like {latin} or s.initials like {latin}`,
    },
  ],
});
