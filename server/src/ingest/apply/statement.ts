import { nameKey } from '../../kernel/text.ts';
import type { Row, Source } from '../define-source.ts';
import type { Employers, KnownEmployer, ParkedReason } from './employers.ts';
import { naturalKey } from './record.ts';

/** What one row says, of whom, and under which key; ready to be compared with what is known. */
export interface Statement {
  readonly values: Row;
  readonly employer: KnownEmployer | null;
  /** The name by which the employer was found; null where the row carries its code. */
  readonly byName: string | null;
  /** Why the row must wait, if its employer is not known. */
  readonly waits: ParkedReason | null;
  readonly uscc: string | null;
  readonly name: string | null;
  readonly nameKey: string | null;
  /** Whoever the row speaks of: the employer's code, or the name of somebody unknown. */
  readonly who: string;
  readonly key: string;
  /** The key in the row's own words, whatever the roster makes of them. */
  readonly writtenKey: string;
}

/** Finds the employer of a row and names its key. */
export function state(source: Source, values: Row, employers: Employers | null): Statement {
  const uscc = text(values, source.employer?.code ?? 'uscc');
  const name = source.employer ? text(values, source.employer.name) : null;
  const match = source.employer && employers ? employers.match(uscc, name) : null;
  const employer = match?.employer ?? null;
  const written = uscc ?? `name:${nameKey(name ?? '')}`;
  const who = employer?.uscc ?? written;
  return {
    values, employer, uscc, name, who,
    byName: match?.employer ? match.byName : null,
    waits: match && !match.employer ? match.reason : null,
    nameKey: name === null ? null : nameKey(name),
    key: naturalKey(source, values, who),
    writtenKey: naturalKey(source, values, written),
  }; // prettier-ignore
}

function text(values: Row, field: string): string | null {
  const value = values[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
