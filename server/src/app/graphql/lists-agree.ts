import { ownOf, recordKinds, recordOf, type RecordKind } from '../../access/policy/records.ts';
import type { ReadCatalogue, TypeDef } from '../../read/define-list.ts';

/** Where the lists say otherwise than the policy: its action, its table, its personal fields; each by its coordinate. */
export function listsDisagree({ types }: ReadCatalogue): string[] {
  return recordKinds.flatMap(kind => {
    const type = types.find(one => one.name === kind);
    return type ? disagreements(kind, type) : [kind];
  });
}

function disagreements(kind: RecordKind, type: TypeDef): string[] {
  const { action, table, personal, speaksOf = [] } = recordOf(kind);
  const told: string[] = [];
  // Disagreements are composed of their kinds, each of which asks for what it speaks of.
  if (type.needs !== action || (type.table !== table && !speaksOf.length)) told.push(kind);
  for (const name of Object.keys(personal)) if (!type.fields[name]) told.push(`${kind}.${name}`);
  for (const [name, field] of Object.entries(type.fields)) {
    const shown = personal[name];
    const sealed = /_(mask|cipher|hash)\b/.test(field.sql.join(' '));
    const wrong =
      field.needs !== ownOf(kind, name) ||
      (sealed && !shown) ||
      (shown && (field.filter || field.order || !field.sql.join(' ').includes(shown.column)));
    if (wrong) told.push(`${kind}.${name}`);
  }
  return told;
}
