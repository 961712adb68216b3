import { demand, demandForms } from '../../access/policy.ts';
import type { Viewer } from '../../access/viewer.ts';
import { demandVersion, DomainError } from '../../kernel/errors.ts';
import { reasonOf } from '../../kernel/reason.ts';
import type { ImportList } from '../import-list.ts';
import { importVersion, type ImportStatus } from '../import-files.ts';
import type { IngestParts } from '../import-transaction.ts';
import { perform } from './act.ts';
import { withdrawFile } from './withdraw-file.ts';

/** Which import is taken back, and why. */
export interface WithdrawalInput {
  readonly id: string;
  readonly reason: string;
  readonly version?: number | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** What taking it back has undone. */
export interface Withdrawal {
  readonly id: string;
  readonly insertedUndone: number;
  readonly updatedUndone: number;
  readonly parkedAgain: number;
}

/** Takes whole imports back: what they inserted goes, what they changed returns, and the report of then stays. */
export class Withdrawals {
  readonly #parts: IngestParts;
  readonly #imports: ImportList;

  constructor(parts: IngestParts, imports: ImportList) {
    [this.#parts, this.#imports] = [parts, imports];
  }

  async withdraw(viewer: Viewer, input: WithdrawalInput): Promise<Withdrawal> {
    demand(viewer, 'import.withdraw');
    const { id, sheets } = await this.#imports.one(viewer, input.id);
    demandForms(viewer, sheets.flatMap(sheet => sheet.form ?? [])); // prettier-ignore
    const reason = reasonOf(input.reason);
    const about = { fileId: id, object: `Import:${id}` };
    const act = { name: 'withdrawImport', kind: 'WITHDRAWAL', reason, input, ...about } as const;
    return perform(this.#parts, viewer, act, async (run, changeId, tell): Promise<Withdrawal> => {
      const [found] = await run.query<{ status: ImportStatus }>(
        'select status from import_file where id = $1',
        [id],
      );
      if (found) demandVersion(input.version, importVersion(found.status));
      const [taken] = await run.query(
        `update import_file set status = 'WITHDRAWN', withdrawn_change = $2, withdrawn_by = $3
          where id = $1 and status = 'DONE' and not dry_run returning id`,
        [id, changeId, viewer.name],
      );
      if (!taken) throw notInForce();
      const { deleted, updated, parkedAgain } = await withdrawFile(run, id);
      const undone = { insertedUndone: deleted, updatedUndone: updated, parkedAgain };
      tell({ before: { id, status: 'DONE' }, after: { id, status: 'WITHDRAWN', ...undone }, detail: undone });
      return { id, ...undone };
    });
  }
}

const notInForce = (): DomainError =>
  new DomainError('INVALID_TRANSITION', {
    zh: '只有已完成且未撤回的导入可以撤回。',
    en: 'Only an import that is done and not yet withdrawn can be withdrawn.',
  });
