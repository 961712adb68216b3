import { systemViewer } from '../../server/src/access/viewer.ts';
import { AuditLog } from '../../server/src/audit/audit-log.ts';
import { checks } from '../../server/src/catalogue/checks.ts';
import { sources } from '../../server/src/catalogue/sources.ts';
import { Matches } from '../../server/src/ingest/acts/matches.service.ts';
import { Voids } from '../../server/src/ingest/acts/voids.service.ts';
import { Withdrawals, type Withdrawal } from '../../server/src/ingest/acts/withdrawals.service.ts';
import { ImportList } from '../../server/src/ingest/import-list.ts';
import type { IngestParts } from '../../server/src/ingest/import-transaction.ts';
import { shanghaiDay } from '../../server/src/kernel/days.ts';
import { QualityService } from '../../server/src/modules/quality/quality.service.ts';
import type { ImportBench } from './support.ts';

export const cli = systemViewer('cli');

/** What people may do to the imports and records of a bench. */
export interface Acts {
  readonly withdrawals: Withdrawals;
  readonly voids: Voids;
  readonly matches: Matches;
  withdraw(id: string | undefined): Promise<Withdrawal>;
}

export function actsOf(bench: ImportBench): Acts {
  const clock = { now: () => bench.now, today: () => shanghaiDay(bench.now) };
  const { database, secret } = bench.hub;
  const quality = new QualityService(checks);
  const onChange: IngestParts['onChange'] = (query, change) => quality.reconcile(query, change);
  const audit = new AuditLog({ database, vault: bench.vault, clock });
  const parts: IngestParts = { database, sources, secret, vault: bench.vault, clock, audit, onChange };
  const withdrawals = new Withdrawals(parts, new ImportList(parts));
  return {
    withdrawals,
    voids: new Voids(parts),
    matches: new Matches(parts),
    withdraw: id => withdrawals.withdraw(cli, { id: id ?? '', reason: '报送有误' }),
  };
}

const own = new Set([
  ...['id', 'import_row_id', 'change_id', 'version', 'created_at', 'updated_at', 'enterprise_id'],
  // Of a disagreement between libraries: which rows it was seen in, and when.
  ...['found', 'left_id', 'right_id', 'left_row', 'right_row'],
]);

/** All that the hub holds to be true, by natural keys: no ids, no changes, nothing of how it came to be known. */
export async function factsOf(bench: ImportBench): Promise<Record<string, unknown[]>> {
  const tables = await bench.hub.owner<{ name: string }>(
    `select left(relname, -8) as name from pg_class where relkind = 'r' and relname like '%\\_history' order by 1`,
  );
  const found: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const employer = name === 'enterprise' ? '' : 'join enterprise e on e.id = t.enterprise_id';
    const stated = ['former_name', 'enterprise_status', 'quality_issue'].includes(name) ? '' : 'stated';
    const rows = await bench.hub.owner<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) ${employer && `|| jsonb_build_object('employer', e.uscc)`}
        ${stated && `|| jsonb_build_object('stated', greatest(sh.stated_on, s.stated_on))`} as row
       from ${name} t ${employer} join import_row r on r.id = t.import_row_id join import_sheet sh on sh.id = r.sheet_id
       left join fact_statement s on s.fact_table = '${name}' and s.fact_id = t.id`,
    );
    found[name] = rows
      .map(({ row }) => Object.entries(row).filter(([key]) => !own.has(key) && !key.endsWith('_cipher')))
      .map(entries => JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1))))
      .sort();
  }
  found['parked'] = await bench.hub.owner(
    `select form, employer_uscc, employer_name_key, reason, stated_on, superseded, key_hash from parked_row
      order by key_hash, stated_on, employer_uscc, employer_name_key, superseded`,
  );
  return found;
}
