/** The question all three answer: 50 employers with their town and the ten newest disputes of each. */
export const employers = 50;
export const disputesEach = 10;

/** In our own schema. */
export const ourQuestion = `query Bench { enterprises(first: ${employers}, orderBy: [{ field: USCC, direction: ASC }]) { nodes {
  uscc name staff foundedOn status town { code name }
  disputes(first: ${disputesEach}, orderBy: [{ field: FILED_ON, direction: DESC }]) { nodes {
    caseNo filedOn channel outcome closedOn amount } } } } }`;

/** In the schema that PostGraphile derives from the same tables; aliases give the answer our shape. */
export const postGraphileQuestion = `query Bench { enterprises: allEnterprises(first: ${employers}, orderBy: [USCC_ASC]) { nodes {
  uscc name staff foundedOn status town: townByTown { code name: nameZh }
  disputes: disputesByEnterpriseId(first: ${disputesEach}, orderBy: [FILED_ON_DESC, ROW_ID_DESC]) { nodes {
    caseNo filedOn channel outcome closedOn amount } } } } }`;

/** As one statement whose text is the answer: what PostgreSQL can do when nobody stands between. */
export const passThroughStatement = `select json_build_object('enterprises', json_build_object('nodes', coalesce(json_agg(json_build_object(
    'uscc', e.uscc, 'name', e.name, 'staff', e.staff, 'foundedOn', e.founded_on, 'status', e.status,
    'town', json_build_object('code', t.code, 'name', t.name_zh),
    'disputes', json_build_object('nodes', d.nodes)) order by e.uscc), '[]')))::text as answer
  from (select * from enterprise order by uscc limit ${employers}) e
  join town t on t.code = e.town
  cross join lateral (
    select coalesce(json_agg(json_build_object(
      'caseNo', d.case_no, 'filedOn', d.filed_on, 'channel', d.channel, 'outcome', d.outcome,
      'closedOn', d.closed_on, 'amount', d.amount::text)), '[]') as nodes
    from (select * from dispute where enterprise_id = e.id order by filed_on desc, id desc limit ${disputesEach}) d
  ) d`;
