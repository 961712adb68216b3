import { createHmac } from 'node:crypto';
import type { Actor, AuditEvent, AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import { systemScope, type Database, type Query } from '../kernel/database.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Vault } from '../kernel/personal.ts';
import { EntryMark } from './entry-mark.ts';
import { entryText } from './entry.ts';

/** What the trail is written with. */
export interface AuditParts {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
}

interface Waiting {
  readonly text: string;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

/** What whoever acted is told where the trail cannot be written: nothing was done, and it may go later; the log says why. */
function unwritable(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const text = {
    zh: '审计记录暂时无法写入，操作未执行，请稍后再试。',
    en: 'The audit trail cannot be written just now, so nothing was done; please try again later.',
  };
  return Object.assign(new DomainError('UNAVAILABLE', text, undefined, { retryAfter: 30 }), { cause: error });
}

const refuse = (error: unknown): never => {
  throw unwritable(error);
};

/** So many entries of different callers share a commit at most. */
const mostTogether = 500;

/** Writes the trail: within the transaction of a change, or in one of its own that is shared by all who write just now. */
export class AuditLog implements AuditTrail {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #key: Buffer;
  readonly #mark: EntryMark;
  #waiting: Waiting[] = [];
  #writing = false;

  constructor({ database, vault, clock }: AuditParts) {
    [this.#database, this.#clock] = [database, clock];
    this.#key = vault.derive('audit: digests of before and after');
    this.#mark = new EntryMark(vault);
  }

  async record(query: Query, actor: Actor, event: AuditEvent): Promise<void> {
    const text = this.#text(actor, event);
    const values = [text, this.#mark.of(text)];
    await query('insert into audit_entry (entry, mac) values ($1, $2)', values).catch(refuse);
  }

  note(actor: Actor, event: AuditEvent): Promise<void> {
    const text = this.#text(actor, event);
    return new Promise((done, failed) => {
      this.#waiting.push({ text, done, failed });
      if (!this.#writing) void this.#write();
    });
  }

  /** Whoever comes while a commit is under way shares the next one: the disk is waited for once, not once for each. */
  async #write(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, mostTogether);
      await this.#commit(batch).then(
        () => batch.forEach(one => one.done()),
        (error: unknown) => batch.forEach(one => one.failed(unwritable(error))),
      );
    }
    this.#writing = false;
  }

  #commit(batch: readonly Waiting[]): Promise<unknown> {
    const texts = batch.map(one => one.text);
    const marks = texts.map(text => this.#mark.of(text));
    return this.#database.transaction(systemScope('hub'), query =>
      query('insert into audit_entry (entry, mac) select * from unnest($1::text[], $2::text[])', [
        texts,
        marks,
      ]),
    );
  }

  #text(actor: Actor, event: AuditEvent): string {
    return entryText(this.#clock.now(), actor, event, text =>
      createHmac('sha256', this.#key).update(text).digest('base64url'),
    );
  }
}
