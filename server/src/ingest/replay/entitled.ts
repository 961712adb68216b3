import { columnSpeaker } from './fold.ts';
import type { Said } from './rows.ts';

/**
 * Whether those who see every channel name one that is none of these: by their rows that stand, or by all of them, those
 * included that wait. `said`: their rows of one record, in the order of their arrival.
 */
export function othersMatter(field: string, channels: readonly string[], said: readonly Said[]): boolean {
  const standing = said.filter(one => !one.statement.waits);
  return [standing, said].some(rows => {
    const named = columnSpeaker(field, rows)?.statement.values[field];
    return typeof named === 'string' && !channels.includes(named);
  });
}

/**
 * Of the rows of one record, those of senders of some channels that have no word in it: whoever sees every channel has
 * told it of another. What such a sender has itself turned over to a channel may be corrected from there.
 */
export function unentitled(field: string, said: readonly Said[]): Said[] {
  const limited = said.filter(one => one.row.channels);
  if (!limited.length) return [];
  const free = said.filter(one => !one.row.channels);
  return limited.filter(one => othersMatter(field, one.row.channels ?? [], free));
}
