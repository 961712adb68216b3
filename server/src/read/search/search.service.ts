import { can } from '../../access/policy.ts';
import { shadows } from '../../access/policy/row-conditions.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Database } from '../../kernel/database.ts';
import { DomainError } from '../../kernel/errors.ts';
import { literally, nameKey } from '../../kernel/text.ts';
import type { TypeDef } from '../define-list.ts';
import type { SearchDef, SearchKind, SearchMatch } from './define-search.ts';
import { soundOutNewNames } from './name-sounds.ts';

/** One thing found, before its row is read. */
export interface Found {
  readonly kind: SearchKind;
  readonly type: string;
  readonly id: number;
  readonly matched: SearchMatch;
  readonly title: string;
  readonly detail: string;
}

/** What the search is handed by the composition root. */
export interface SearchDeps {
  readonly database: Database;
  readonly searches: readonly SearchDef[];
  readonly types: readonly TypeDef[];
}

/** The most hits one search may bring, and the longest text it takes. */
const mostHits = 50;
const longestText = 100;

/** Finds employers and cases by code, name, former name, pinyin, initials or case number. */
export class SearchService {
  readonly #deps: SearchDeps;

  constructor(deps: SearchDeps) {
    this.#deps = deps;
  }

  /** The nearest hits first, each thing once; only what the viewer may read, within the viewer's rows. */
  async find(viewer: Viewer, text: string, first: number): Promise<Found[]> {
    if (!Number.isInteger(first) || first < 1 || first > mostHits) throw wrongFirst();
    if (text.length > longestText || text.includes('\0')) throw wrongText();
    const folded = nameKey(text);
    const searches = this.#deps.searches.filter(search => this.#readable(viewer, search));
    if (!folded || !searches.length) return [];
    const latin = /^[A-Z0-9]{2,}$/u.test(folded) ? folded.toLowerCase() : null;
    if (latin) await soundOutNewNames(this.#deps.database);
    const pattern = literally(folded);
    const values: unknown[] = [folded, `%${pattern}%`, `${pattern}%`, latin && `%${latin}%`, first];
    const statement = statementOf(searches);
    const own = shadows(viewer.scope, statement, (value, cast) => `$${values.push(value)}::${cast}`);
    const sql = own.length ? `with ${own.join(',\n')}\n${statement}` : statement;
    return this.#deps.database.read<Found>(viewer.scope, sql, values);
  }

  #readable(viewer: Viewer, { type }: SearchDef): boolean {
    const definition = this.#deps.types.find(one => one.name === type);
    return !!definition && can(viewer, definition.needs);
  }
}

/** All ways in one statement: of each thing its nearest way, of those the nearest things. */
function statementOf(searches: readonly SearchDef[]): string {
  const ways = searches.flatMap(({ kind, type, ways: of }) =>
    of.map(
      ({ matched, sql }) =>
        `select '${kind}' as kind, '${type}' as type, '${matched}' as matched, w.id, w.rank, w.title, w.detail
          from (${filled(sql)}) w`,
    ),
  );
  return `select kind, type, id, matched, title, detail from (
      select distinct on (kind, id) * from (${ways.join('\nunion all\n')}) way order by kind, id, rank) nearest,
      -- Names the type of every parameter, whichever ways are open to the viewer.
      (values ($1::text, $2::text, $3::text, $4::text)) as asked
    order by rank, length(title), title, id limit $5`;
}

const filled = (sql: string): string =>
  sql
    .replaceAll('{text}', '$1::text')
    .replaceAll('{like}', '$2::text')
    .replaceAll('{starts}', '$3::text')
    .replaceAll('{latin}', '$4::text');

const wrongFirst = (): DomainError =>
  DomainError.badInput('first', {
    zh: `first 应为 1 至 ${mostHits} 的整数。`,
    en: `first is a whole number from 1 to ${mostHits}.`,
  });
const wrongText = (): DomainError =>
  DomainError.badInput('text', {
    zh: `搜索内容最长 ${longestText} 个字符。`,
    en: `The text searched for has at most ${longestText} characters.`,
  });
