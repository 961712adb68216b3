import type { EnterpriseOrderField, EnterprisesQuery } from '@hexie/schema/generated/documents.ts';

export type EnterpriseRow = EnterprisesQuery['enterprises']['nodes'][number];

export interface Column {
  readonly key: string;
  /** How the list is ordered by it, where it can be. */
  readonly order?: EnterpriseOrderField;
  readonly number?: boolean;
  /** Shown unless the reader hides it. */
  readonly usual: boolean;
}

/** The columns of the employer list, in their order; the name stands always first. */
export const columns: readonly Column[] = [
  { key: 'USCC', order: 'USCC', usual: true },
  { key: 'TOWN', usual: true },
  { key: 'INDUSTRY', usual: true },
  { key: 'SIZE', usual: true },
  { key: 'STAFF', order: 'STAFF', number: true, usual: true },
  { key: 'UNION', usual: true },
  { key: 'MEMBERS', number: true, usual: false },
  { key: 'CERTIFICATION', usual: true },
  { key: 'VALID_TO', usual: false },
  { key: 'FOUNDED_ON', order: 'FOUNDED_ON', usual: true },
  { key: 'STATUS', usual: true },
  { key: 'REGISTRATION', usual: false },
];

const storageKey = 'hub.enterprise.columns';

/** The columns the reader chose last time, else the usual ones. */
export function storedColumns(): string[] {
  const stored = localStorage.getItem(storageKey);
  const known = stored?.split(',').filter(key => columns.some(column => column.key === key));
  return known?.length ? known : columns.filter(column => column.usual).map(column => column.key);
}

export const storeColumns = (keys: readonly string[]): void =>
  localStorage.setItem(storageKey, keys.join(','));

/** What a cell says; the words of codes come from the reader's texts. */
export function cellText(
  row: EnterpriseRow,
  key: string,
  t: (key: string) => string,
  count: (n: number) => string,
): string {
  const missing = '—';
  switch (key) {
    case 'USCC': return row.uscc;
    case 'TOWN': return row.town.name;
    case 'INDUSTRY': return row.industry.name;
    case 'SIZE': return row.size ? t(`metrics.size.${row.size}`) : missing;
    case 'STAFF': return count(row.staff);
    case 'UNION': return row.union ? t(`enterprise.unionForm.${row.union.form}`) : missing;
    case 'MEMBERS': return row.union ? count(row.union.members) : missing;
    case 'CERTIFICATION': return t(`enterprise.stage.${row.certification?.stage ?? 'NONE'}`);
    case 'VALID_TO': return row.certification?.validTo ?? missing;
    case 'FOUNDED_ON': return row.foundedOn;
    case 'STATUS': return t(`enterprise.status.${row.status}`);
    case 'REGISTRATION': return row.registration ?? missing;
    default: return missing;
  } // prettier-ignore
}
