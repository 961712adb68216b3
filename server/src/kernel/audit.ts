import type { Query } from './database.ts';

/** Who acts, as the audit trail keeps it. */
export interface Actor {
  /** `person:12`, `token:3`, `cli`, `hub`, `anonymous`. */
  readonly actor: string;
  /** The account or the token's name; never the name of a person in a case. */
  readonly name: string;
  /** The office in whose name: a role and what limits it, such as `TOWN LUOBU`; null for the hub itself and for nobody. */
  readonly onBehalfOf: string | null;
  /** Number of the browser session; null for programs and commands. */
  readonly session: string | null;
  /** Network address the act came from; null for a command on the machine itself. */
  readonly address: string | null;
}

/** How an act ended. */
export const outcomes = ['DONE', 'REFUSED', 'FAILED'] as const;
export type Outcome = (typeof outcomes)[number];

/** One thing that was done, tried or looked at. Nothing personal may stand in it: values go in as digests alone. */
export interface AuditEvent {
  /** The name of the mutation, command or reading: `setDenominator`, `signIn`, `readPersonal`, `exportList`. */
  readonly act: string;
  /** What it was done to, as `Kind:id`, or a kind alone. */
  readonly object?: string | null;
  /** Why, where a reason or a purpose is asked for. */
  readonly purpose?: string | null;
  /** DONE if nothing is said. */
  readonly outcome?: Outcome;
  /** The error code of what was refused or failed. */
  readonly code?: string | null;
  /** What the object was and became; kept as a keyed digest of its canonical text, never as itself. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** Ids of the rows whose personal values were shown or sent, as `Kind:id`. */
  readonly subjects?: readonly string[];
  /** Counts and codes that an auditor reads; no text that somebody typed about a person. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The append-only memory of who did what. If it cannot be written, the act does not happen. */
export interface AuditTrail {
  /** Writes within the transaction of the change. */
  record(query: Query, actor: Actor, event: AuditEvent): Promise<void>;
  /** Writes in a transaction of its own and answers once that is committed: readings, sign-ins, refusals. */
  note(actor: Actor, event: AuditEvent): Promise<void>;
}
