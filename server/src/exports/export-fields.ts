import type { GraphQLSchema } from 'graphql';
import { demandField, demandInput } from '../access/token-fields.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Selection } from '../read/selection.ts';
import type { ExportRequest } from './export-query.ts';

/** A token narrowed to some fields takes no others away: neither as columns, nor by filtering or sorting by them. */
export function demandExport(
  viewer: Viewer,
  schema: GraphQLSchema,
  selection: Selection,
  { of, columns, filter, orderBy }: ExportRequest,
): void {
  for (const [first, second] of columns) {
    demandField(viewer, selection.type.name, first);
    const to = selection.links.find(link => link.key === first)?.item.type.name;
    if (to && second !== undefined) demandField(viewer, to, second);
  }
  const given: Readonly<Record<string, unknown>> = { filter, orderBy };
  for (const arg of schema.getQueryType()?.getFields()[of.list]?.args ?? [])
    demandInput(viewer, arg.type, given[arg.name]);
}
