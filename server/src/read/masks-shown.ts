import type { Viewer } from '../access/viewer.ts';
import { actorOf } from '../access/viewer.ts';
import type { AuditTrail } from '../kernel/audit.ts';
import type { FieldDef } from './define-list.ts';
import type { Level } from './level.ts';

/** Whether a field speaks of a person: those who may see masks see it, and that they have is remembered. */
export const isPersonal = ({ needs }: FieldDef): boolean => needs === 'personal.masked';

/** Rows of one level as they were assembled, and where those that hang on them stand. */
export interface AssembledRows {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly ids: readonly number[];
  readonly level: Level;
  readonly attached: readonly AttachedRows[];
}
interface AttachedRows {
  readonly to: AssembledRows;
  /** Indexes of the rows that hang on the parent of this index. */
  readonly of: (parent: number) => readonly number[];
}

/** Whether rows, or those that hang on them, show personal values. */
export const speaksOfPeople = ({ level, attached }: AssembledRows): boolean =>
  attached.length > 0 || level.picks.some(({ picked }) => isPersonal(picked.field));

/** The personal values in an answer: of which rows, and which fields. */
export class MasksShown {
  readonly subjects = new Set<string>();
  readonly fields = new Set<string>();

  /** Looks through the rows that are handed out, and no others: a row read only to see whether it is there is not shown. */
  add(from: AssembledRows, shown: Iterable<number>): void {
    const { type } = from.level.selection;
    const personal = from.level.picks.filter(({ picked }) => isPersonal(picked.field));
    for (const at of shown) {
      for (const { picked } of personal) {
        if ((from.rows[at]?.[picked.key] ?? null) === null) continue;
        this.subjects.add(`${type.name}:${from.ids[at]}`);
        this.fields.add(`${type.name}.${picked.name}`);
      }
      for (const { to, of } of from.attached) this.add(to, of(at));
    }
  }
}

/** Enters in the trail whose personal values somebody is about to see; nothing is shown that could not be entered. */
export async function rememberMasks(
  audit: Pick<AuditTrail, 'note'>,
  viewer: Viewer,
  kind: string,
  { subjects, fields }: MasksShown,
): Promise<void> {
  if (!subjects.size || (viewer.kind !== 'PERSON' && viewer.kind !== 'TOKEN')) return;
  await audit.note(actorOf(viewer), {
    act: 'readPersonal',
    object: kind,
    subjects: [...subjects],
    detail: { count: subjects.size, fields: [...fields].sort().join(' ') },
  });
}
