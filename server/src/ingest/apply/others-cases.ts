import type { Source } from '../define-source.ts';
import { factKeyText } from '../fact-key.ts';
import { othersMatter } from '../replay/entitled.ts';
import { read, speakingRows } from '../replay/rows.ts';
import { applyIssue } from './issue-texts.ts';
import type { Judged } from './judge-row.ts';
import type { Run } from './run.ts';

/**
 * Refuses rows of a sender of some channels that speak of a case which a sender of all of them has told of another
 * channel. The refusal says that the number is taken and nothing else; the row is heard should that case turn out theirs.
 */
export async function refuseOthersCases(run: Run, source: Source, judged: readonly Judged[]): Promise<void> {
  const { channels, query } = run.parts;
  const { channel } = source;
  if (!channels || channel === undefined) return;
  const open = judged.filter(({ outcome }) => outcome === null || outcome === 'PARKED');
  const keyOf = (row: Judged): string => (row.statement ? factKeyText(row.statement.key) : '');
  const rows = await speakingRows(query, [...new Set(open.map(keyOf))]);
  const said = await read(run, rows.filter(row => !row.channels && row.voidedId === null)); // prettier-ignore
  const byKey = Map.groupBy(said, one => one.key);
  const [field] = source.key;
  const column = source.columns.find(one => source.derived[field ?? '']?.includes(one.field));
  for (const row of open) {
    if (!othersMatter(channel, channels, byKey.get(keyOf(row)) ?? [])) continue;
    row.outcome = 'REJECTED';
    const value = row.staged.values[column?.field ?? ''];
    const found = applyIssue('OTHER_CHANNELS_CASE', column?.header ?? null, {}, String(value ?? ''));
    row.issues = [...row.issues, found];
  }
}
