import { factTables, type FactTable } from '../compose.ts';
import { inForce, type Term } from '../define-metric.ts';
import { defineReadModel, type ReadModel } from '../define-read-model.ts';
import type { Dimension } from '../dimensions.ts';

/** How many rows a fact table has is a sum like any other: each row is in force for ever. */
export interface RowTerm {
  readonly table: FactTable;
  readonly term: Term;
  readonly model: ReadModel;
  readonly dimensions: readonly Dimension[];
}

/** One for every table that belongs to a form; by what the row scope of a viewer chooses. */
export const rowTerms: readonly RowTerm[] = factTables
  .filter(table => table !== 'former_name' && table !== 'enterprise_status')
  .map(table => {
    const name = `rm_rows_of_${table}` as const;
    const owner = table === 'enterprise' ? 'id as enterprise_id' : 'enterprise_id';
    const channel = table === 'dispute' ? ', channel' : '';
    return {
      table,
      term: inForce(name),
      model: defineReadModel({
        name,
        about: { zh: '表中的行', en: 'Rows of the table' },
        sql: `select ${owner}, '-infinity'::date as starts, null::date as ends${channel} from ${table}`,
      }),
      dimensions: table === 'dispute' ? ['TOWN', 'CHANNEL'] : ['TOWN'],
    };
  });
