import {
  RecordCertificationDocument,
  RecordContractDocument,
  RecordDisputeDocument,
  RecordFilingDocument,
  RecordInspectionDocument,
  RecordSigningDocument,
  RecordUnionDocument,
} from '@hexie/schema/generated/documents.ts';
import type { TypedDocumentNode } from '@urql/core';
import type { Fact, Provenance } from './fact.ts';
import { maskedOf } from './reveal.ts';
import type { Words } from './define-list.ts';

/** A field of a record and how it is said: as text unless a way or a list of codes is named. */
type Field = readonly [field: string, way?: string];

/** What a kind of record is asked with and which fields it shows, in their order; labels stand under `record.<kind>`. */
export interface RecordKind {
  readonly query: TypedDocumentNode<unknown, { id: string }>;
  readonly fields: readonly Field[];
}

const kind = <Data>(
  query: TypedDocumentNode<Data, { id: string }>,
  fields: readonly Field[],
): RecordKind => ({ query: query as RecordKind['query'], fields });

/** Every kind of record that opens beside a list, by the type name in its id. */
export const recordKinds: Readonly<Record<string, RecordKind>> = {
  Union: kind(RecordUnionDocument, [
    ['form', 'unionForm'], ['name'], ['foundedOn'], ['dissolvedOn'], ['members', 'count'], ['chair'], ['congress', 'yes'], ['disclosure', 'yes'],
  ]),
  Contract: kind(RecordContractDocument, [
    ['contractNo'], ['workerName'], ['idNumber'], ['kind', 'contractKind'], ['signedOn'], ['startsOn'], ['endsOn'], ['terminatedOn'],
    ['status', 'contractStatus'], ['statedStatus'], ['electronic', 'signedAs'], ['platform', 'platform'], ['platformContractNo'],
    ['verification', 'verification'], ['digest'], ['position'], ['wage', 'decimal'],
  ]),
  Filing: kind(RecordFilingDocument, [
    ['filedOn'], ['kind', 'filingKind'], ['inForce', 'yes'], ['workers', 'count'], ['contracted', 'count'], ['insured', 'count'], ['dispatched', 'count'],
    ['partTime', 'count'], ['migrant', 'count'], ['rulesFiled', 'yes'], ['specialHours', 'yes'], ['lowestWage', 'decimal'], ['filingNo'],
  ]),
  Signing: kind(RecordSigningDocument, [
    ['platformContractNo'], ['contractNo'], ['party', 'party'], ['signedAt', 'moment'], ['certificateNo'], ['timestampNo'], ['digest'],
  ]),
  Certification: kind(RecordCertificationDocument, [
    ['filedOn'], ['stage', 'stage'], ['lacking', 'condition'], ['selfScore', 'decimal'], ['selfParticipants', 'count'], ['unionRepresentatives', 'count'],
    ['workerRepresentatives', 'count'], ['internalNoticeOn'], ['reviewScore', 'decimal'], ['noticeFrom'], ['noticeTo'], ['noticeChannels'],
    ['objections', 'count'], ['certifiedOn'], ['grade'], ['certificateNo'], ['validTo'], ['revokedOn'], ['revocationReason'],
  ]),
  Inspection: kind(RecordInspectionDocument, [
    ['caseNo'], ['source', 'inspectionSource'], ['mode', 'inspectionMode'], ['checkedOn'], ['subject', 'name'], ['people', 'count'], ['amount', 'decimal'],
    ['filed', 'yes'], ['filedOn'], ['correctionOrderedOn'], ['correctionDueOn'], ['correctedOn'], ['closedOn'], ['result'], ['summonsOn'],
    ['summonsTarget'], ['grade'], ['violation', 'yes'],
  ]),
  Dispute: kind(RecordDisputeDocument, [
    ['caseNo'], ['filedOn'], ['applicant'], ['applicants', 'count'], ['migrant', 'yes'], ['respondentName'], ['cause', 'name'], ['causeText'],
    ['amount', 'decimal'], ['channel', 'channel'], ['acceptedOn'], ['mediator'], ['closedOn'], ['outcome', 'outcome'], ['settlementAmount', 'decimal'],
    ['confirmed', 'yes'], ['confirmedOn'], ['performance', 'performance'], ['archivedOn'], ['jobLost', 'yes'], ['referredOn'], ['reemployedOn'],
    ['overdue', 'yes'], ['daysOpen', 'count'],
  ]),
}; // prettier-ignore

/** Stands in for a kind that the page does not know; never asked. */
export const unknownKind: RecordKind = kind(RecordUnionDocument, []);

/** The kind a node id names: `Contract:12` is a Contract. */
export const kindOf = (id: string): string => id.split(':')[0] ?? '';

/** A record as `node` answers it. */
export interface OpenRecord {
  readonly id: string;
  readonly enterprise?: { readonly uscc: string; readonly name: string } | null;
  readonly version: number;
  readonly updatedAt: string;
  readonly provenance: readonly Provenance[];
  readonly [field: string]: unknown;
}

function say(value: unknown, way: string | undefined, words: Words): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map(v => say(v, way, words)).join(words.t('lists.comma'));
  switch (way) {
    case undefined: return String(value);
    case 'name': return (value as { name: string }).name;
    case 'count': return words.count(Number(value));
    case 'decimal': return words.decimal(String(value));
    case 'moment': return words.moment(String(value));
    case 'yes': return words.yes(value as boolean);
    case 'signedAs': return words.code('signedAs', value ? 'ELECTRONIC' : 'PAPER');
    default: return words.code(way, String(value));
  } // prettier-ignore
}

/** The fields of a record as named values. */
export const factsOf = (record: OpenRecord, words: Words): Fact[] =>
  (recordKinds[kindOf(record.id)]?.fields ?? []).map(([field, way]) => {
    const value = say(record[field], way, words);
    return {
      field,
      name: words.t(`record.${kindOf(record.id)}.${field}`),
      value,
      masked: maskedOf(record.id, field, value),
    };
  });

const forms: Readonly<Record<string, string>> = {
  Enterprise: 'E', Union: 'U', Contract: 'C', Filing: 'F', Signing: 'S', Dispute: 'D', Certification: 'A', Inspection: 'I',
}; // prettier-ignore

/** The form whose senders answer for a kind of record. */
export const formOfKind = (name: string): string | undefined => forms[name];
