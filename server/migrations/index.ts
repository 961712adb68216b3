import { Migration20261123010000_roles_and_reference } from './Migration20261123010000_roles_and_reference.ts';
import { Migration20261123020000_access } from './Migration20261123020000_access.ts';
import { Migration20261123030000_imports } from './Migration20261123030000_imports.ts';
import { Migration20261123040000_facts } from './Migration20261123040000_facts.ts';
import { Migration20261123041000_sign_in_guard } from './Migration20261123041000_sign_in_guard.ts';
import { Migration20261123050000_name_matches } from './Migration20261123050000_name_matches.ts';
import { Migration20261123060000_fact_statements } from './Migration20261123060000_fact_statements.ts';
import { Migration20261123070000_history_scope } from './Migration20261123070000_history_scope.ts';
import { Migration20261123080000_settle_history } from './Migration20261123080000_settle_history.ts';
import { Migration20261123090000_changes } from './Migration20261123090000_changes.ts';
import { Migration20261123091000_rows_in_chunks } from './Migration20261123091000_rows_in_chunks.ts';
import { Migration20261123092000_acts } from './Migration20261123092000_acts.ts';
import { Migration20261123100000_forms } from './Migration20261123100000_forms.ts';
import { Migration20261123110000_metric_cells } from './Migration20261123110000_metric_cells.ts';
import { Migration20261123120000_import_desk } from './Migration20261123120000_import_desk.ts';
import { Migration20261123130000_quality } from './Migration20261123130000_quality.ts';
import { Migration20261123140000_search } from './Migration20261123140000_search.ts';
import { Migration20261123200000_every_row_waits } from './Migration20261123200000_every_row_waits.ts';
import { Migration20261123210000_verification } from './Migration20261123210000_verification.ts';
import { Migration20261123220000_settings } from './Migration20261123220000_settings.ts';
import { Migration20261123230000_who_reads_what } from './Migration20261123230000_who_reads_what.ts';

/** Every migration in the order it runs; a test holds this list against the folder. */
export const migrations = [
  { name: 'Migration20261123010000_roles_and_reference', class: Migration20261123010000_roles_and_reference },
  { name: 'Migration20261123020000_access', class: Migration20261123020000_access },
  { name: 'Migration20261123030000_imports', class: Migration20261123030000_imports },
  { name: 'Migration20261123040000_facts', class: Migration20261123040000_facts },
  { name: 'Migration20261123041000_sign_in_guard', class: Migration20261123041000_sign_in_guard },
  { name: 'Migration20261123050000_name_matches', class: Migration20261123050000_name_matches },
  { name: 'Migration20261123060000_fact_statements', class: Migration20261123060000_fact_statements },
  { name: 'Migration20261123070000_history_scope', class: Migration20261123070000_history_scope },
  { name: 'Migration20261123080000_settle_history', class: Migration20261123080000_settle_history },
  { name: 'Migration20261123090000_changes', class: Migration20261123090000_changes },
  { name: 'Migration20261123091000_rows_in_chunks', class: Migration20261123091000_rows_in_chunks },
  { name: 'Migration20261123092000_acts', class: Migration20261123092000_acts },
  { name: 'Migration20261123100000_forms', class: Migration20261123100000_forms },
  { name: 'Migration20261123110000_metric_cells', class: Migration20261123110000_metric_cells },
  { name: 'Migration20261123120000_import_desk', class: Migration20261123120000_import_desk },
  { name: 'Migration20261123130000_quality', class: Migration20261123130000_quality },
  { name: 'Migration20261123140000_search', class: Migration20261123140000_search },
  { name: 'Migration20261123200000_every_row_waits', class: Migration20261123200000_every_row_waits },
  { name: 'Migration20261123210000_verification', class: Migration20261123210000_verification },
  { name: 'Migration20261123220000_settings', class: Migration20261123220000_settings },
  { name: 'Migration20261123230000_who_reads_what', class: Migration20261123230000_who_reads_what },
];
