import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { Action } from '../../access/policy.ts';
import type { RequestContext } from '../../access/request-context.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Thing } from '../define-read-model.ts';
import type { RowPage } from './row-page.ts';

/** How rows of a type are read by their ids; the read engine does it. */
interface Reader {
  byIds<Node>(
    wanted: {
      type: string;
      ids: readonly number[];
      paths: readonly (readonly string[])[];
      asKnownAt: Date | null;
      needs: Action;
    },
    viewer: Viewer,
    info: GraphQLResolveInfo,
  ): Promise<Map<number, Node>>;
}
/** A request that can read what a row speaks of. */
export type RowContext = RequestContext<{ readonly read: Reader }>;

/** A row that speaks of things by their ids, with the page it stands on. */
interface Spoken {
  readonly ids: Readonly<Partial<Record<Thing, number>>>;
  readonly page: RowPage;
}

const kept = new WeakMap<RowPage, Map<FieldNode | undefined, Promise<Map<number, unknown>>>>();

/** What a row speaks of, with what the document selects of it: one reading serves the whole page. The third of what is named is the action that it needs. */
export async function thingOfRow<Node>(
  { ids, page }: Spoken,
  [thing, type, needs]: readonly [Thing, string, Action],
  { viewer, services }: RowContext,
  info: GraphQLResolveInfo,
): Promise<Node | null> {
  const id = ids[thing];
  if (id === undefined) return null;
  const readings = kept.get(page) ?? new Map<FieldNode | undefined, Promise<Map<number, unknown>>>();
  kept.set(page, readings);
  const [field] = info.fieldNodes;
  const wanted = { type, ids: page.ids(thing), paths: [[]], asKnownAt: page.asKnownAt, needs };
  const reading = readings.get(field) ?? services.read.byIds(wanted, viewer, info);
  readings.set(field, reading);
  return ((await reading).get(id) as Node | undefined) ?? null;
}
