/** What a number format shows of a number, and with how many decimals. */
export interface NumberFormat {
  readonly shows: 'NUMBER' | 'DATE' | 'PERCENT';
  readonly decimals: number | null;
}

const plain: NumberFormat = { shows: 'NUMBER', decimals: null };

/** Built-in formats that a workbook does not spell out; 27–36 and 50–58 are the East Asian dates. */
function builtIn(id: number): NumberFormat {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
    return { shows: 'DATE', decimals: null };
  }
  if (id === 9 || id === 10) return { shows: 'PERCENT', decimals: id === 10 ? 2 : 0 };
  if (id === 2 || id === 4 || id === 39 || id === 40) return { shows: 'NUMBER', decimals: 2 };
  return plain;
}

/** Reads a format code such as yyyy"年"m"月"d"日" or #,##0.00. */
export function readFormatCode(code: string): NumberFormat {
  const first = code
    .slice(0, 255) // the longest that a spreadsheet program writes
    .replace(/"[^"]*"/g, '') // quoted words
    .replace(/\\./g, '') // single characters kept as they are
    .replace(/[_*]./g, '') // spacing and filling
    .replace(/\[[^\]]*\]/g, '') // colours, conditions, locales
    .replace(/general/gi, '')
    .split(';')[0];
  const shown = (first ?? '').replace(/e[+-]/gi, '');
  if (/[ymdhs]|a{3,}|[年月日]/i.test(shown)) return { shows: 'DATE', decimals: null };
  const decimals = /\.([0#?]+)/.exec(shown)?.[1]?.length ?? null;
  return { shows: shown.includes('%') ? 'PERCENT' : 'NUMBER', decimals };
}

/** The format of an id: the workbook's own code, else the built-in meaning. */
export function formatOf(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id);
  return code === undefined ? builtIn(id) : readFormatCode(code);
}
