import { grants, type Action } from './actions.ts';
import type { FormLetter } from './forms.ts';
import { personalPolicy, type PersonalCategory } from './personal.ts';

/** One kind of record: whose action opens it, and by which of its columns a row belongs to a scope. */
export interface RecordPolicy {
  readonly table: string;
  /** Tables that hold parts of it and open with it. */
  readonly parts: readonly string[];
  /** The form that brings it; null for what the hub itself finds in several forms. */
  readonly form: FormLetter | null;
  /** What it takes to see that such rows exist. */
  readonly action: Action;
  /** The column of its town, or of the employer whose town it follows. */
  readonly town: { readonly own: string } | { readonly employer: string };
  /** The column of its mediation channel, where there is one. */
  readonly channel?: string;
  /** Who sees these rows alone sees the employers they speak of, and no others. */
  readonly bringsEmployer?: true;
  /** Columns with the letters of the forms a row speaks of: it exists for whoever may see the records of all of them. */
  readonly speaksOf?: readonly string[];
  /** Fields that hold a personal value, by their names in GraphQL, with the column or the front of its three columns. */
  readonly personal: Readonly<
    Record<string, { readonly column: string; readonly category: PersonalCategory }>
  >;
  /** Fields that show what belongs to another kind, and the action that opens that. */
  readonly fields: Readonly<Record<string, Action>>;
}

const employer = { employer: 'enterprise_id' } as const;
const nothing = { parts: [], personal: {}, fields: {} } as const;

/** Every kind of record by its GraphQL type: the rows of row-level security, of lists and of the field door alike. */
export const records = {
  Enterprise: {
    table: 'enterprise',
    parts: ['former_name', 'enterprise_status'],
    form: 'E',
    action: 'enterprise.read',
    town: { own: 'town' },
    personal: {
      legalRepresentative: { column: 'legal_representative', category: 'NAME' },
      contact: { column: 'contact', category: 'NAME' },
      phone: { column: 'phone', category: 'PHONE' },
    },
    fields: { integrityGrade: 'inspection.read' },
  },
  Union: {
    ...nothing,
    table: 'union_organisation',
    form: 'U',
    action: 'union.read',
    town: employer,
    personal: { chair: { column: 'chair', category: 'NAME' } },
  },
  Contract: {
    ...nothing,
    table: 'contract',
    form: 'C',
    action: 'contract.read',
    town: employer,
    personal: {
      workerName: { column: 'worker_name', category: 'NAME' },
      idNumber: { column: 'id_number', category: 'ID_NUMBER' },
      wage: { column: 'wage', category: 'WAGE' },
    },
  },
  Filing: { ...nothing, table: 'filing', form: 'F', action: 'filing.read', town: employer },
  Signing: { ...nothing, table: 'signing', form: 'S', action: 'signing.read', town: employer },
  Certification: {
    ...nothing,
    table: 'certification',
    form: 'A',
    action: 'certification.read',
    town: employer,
  },
  Inspection: {
    ...nothing,
    table: 'inspection',
    form: 'I',
    action: 'inspection.read',
    town: employer,
    personal: { summonsTarget: { column: 'summons_target', category: 'NAME' } },
  },
  Dispute: {
    ...nothing,
    table: 'dispute',
    form: 'D',
    action: 'dispute.read',
    town: employer,
    channel: 'channel',
    bringsEmployer: true,
    personal: { applicant: { column: 'applicant', category: 'NAME' } },
  },
  QualityIssue: {
    ...nothing,
    table: 'quality_issue',
    form: null,
    action: 'quality.read',
    town: employer,
    speaksOf: ['left_form', 'right_form'],
  },
} as const satisfies Record<string, RecordPolicy>;

/** A kind of record, by its GraphQL type. */
export type RecordKind = keyof typeof records;
/** All of them. */
export const recordKinds = Object.keys(records) as RecordKind[];

/** The policy of a kind, with every part of it. */
export const recordOf = (kind: RecordKind): RecordPolicy => records[kind];

/** Whether a published type is a record. */
export const isRecord = (type: string): type is RecordKind => Object.hasOwn(records, type);

/** What a field of a record needs beside its kind: the sight of masks, or the action of the kind that it shows. */
export function ownOf(kind: RecordKind, field: string): Action | undefined {
  const { personal, fields } = recordOf(kind);
  const value = personal[field];
  return value ? personalPolicy(value.category).mask : fields[field];
}

/** The kind that a form brings. */
export const kindOfForm = (form: FormLetter): RecordKind => {
  const kind = recordKinds.find(one => records[one].form === form);
  if (!kind) throw new Error(`no kind of record comes with form ${form}`);
  return kind;
};

/**
 * What row-level security knows beside the records: `Figure` are the stored sums, which only a figure may be read
 * from; `Account` are people, roles, sessions and tokens, which no list of records may reach.
 */
export const otherKinds = ['Figure', 'Account'] as const;
/** Whatever a scope may name. */
export type Kind = RecordKind | (typeof otherKinds)[number];

const accountActions: readonly Action[] = ['person.read', 'role.read', 'token.read'];

/** The kinds whose rows exist for whoever has these actions. */
export function kindsFor(may: (action: Action) => boolean): Kind[] {
  const open: Kind[] = recordKinds.filter(kind => may(records[kind].action));
  return accountActions.some(may) ? [...open, 'Account'] : open;
}

/** The kinds of whoever holds a role, within the actions a token is narrowed to. */
export const kindsOfRole = (role: string, within: readonly string[] | null = null): Kind[] =>
  kindsFor(
    action =>
      (grants[action] as readonly string[]).includes(role) && (within === null || within.includes(action)),
  );
