import type { Day } from '../../kernel/days.ts';
import type { CertificationNeed, CertificationStage } from './certification.codes.ts';

/** An employer without an application under way has everything before it. */
const fresh = `(x.stage in ('NONE', 'EXPIRED', 'REVOKED'))`;
const claimed = `(x.stage = 'CLAIMED')`;
const said = (condition: string): string => `('${condition}' = any (x.lacking))`;

/** A row with a title is judged as a whole, as form A does; before the title, what lies after the day is not there yet. */
const dated = (condition: string, openOnDay: string): string =>
  `(case when ${claimed} then ${said(condition)} else ${openOnDay} end)`;

const needed: Readonly<Record<CertificationNeed, string>> = {
  APPLICATION: fresh,
  REPRESENTATION: `${fresh} or ${said('REPRESENTATION')}`,
  INTERNAL_NOTICE: `${fresh} or ${dated('INTERNAL_NOTICE', `x.internal_notice_on is null or x.internal_notice_on > q.last`)}`,
  PUBLIC_NOTICE: `${fresh} or ${dated('PUBLIC_NOTICE', `x.notice_from is null or x.notice_from > q.last or x.notice_to is null`)}`,
  NOTICE_BEFORE_TITLE: `not ${fresh} and ${dated('NOTICE_BEFORE_TITLE', `x.notice_from <= q.last and x.notice_to > q.last`)}`,
  ONLINE_CHANNEL: `${fresh} or ${said('ONLINE_CHANNEL')}`,
  OFFLINE_CHANNEL: `${fresh} or ${said('OFFLINE_CHANNEL')}`,
  OBJECTIONS: `not ${fresh} and ${said('OBJECTIONS')}`,
  TITLE: `not ${claimed}`,
};

/** What an employer lacks at the end of the day, over a row `x` of rm_certification_candidate and the day in `q`. */
const needs = `array_remove(array[${Object.entries(needed)
  .map(([need, sql]) => `case when ${sql} then '${need}' end`)
  .join(', ')}], null)`;

/** Whoever lacks least comes first; then who has the fewest days of notice to wait, then who is further on its way. */
export const fewestNeeds = `cardinality(${needs}),
  case when ${needed.NOTICE_BEFORE_TITLE} and not ${claimed} then x.notice_to - q.last else 0 end,
  array_position(array['CLAIMED', 'NOTICE', 'SCORED', 'FILED', 'EXPIRED', 'NONE', 'REVOKED'], x.stage)`;

/** What is known of an employer on its way, as the statement tells it. */
export interface CandidateFacts {
  readonly needs: readonly CertificationNeed[];
  readonly stage: CertificationStage;
  readonly certification: number | null;
  readonly participants: number | null;
  readonly representatives: number;
  readonly noticeFrom: Day | null;
  readonly noticeTo: Day | null;
  readonly channels: string | null;
  readonly objections: number | null;
  readonly certifiedOn: Day | null;
  readonly validTo: Day | null;
  readonly revokedOn: Day | null;
}

/** The end of a notice that has begun is known ahead; nothing else after the day is told. */
export const candidateFacts = `json_build_object('needs', ${needs}, 'stage', x.stage, 'certification', x.certification_id,
  'participants', x.self_participants, 'representatives', x.representatives,
  'noticeFrom', case when x.notice_from <= q.last then x.notice_from end,
  'noticeTo', case when x.notice_from <= q.last or ${claimed} then x.notice_to end,
  'channels', x.notice_channels, 'objections', x.objections,
  'certifiedOn', case when x.certified_on <= q.last then x.certified_on end, 'validTo', x.valid_to,
  'revokedOn', case when x.revoked_on <= q.last then x.revoked_on end)`;
