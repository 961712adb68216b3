import type { ReadCatalogue, RelationDef, TypeDef } from './define-list.ts';

/** The relations of the catalogue, by type and field. */
export class Relations {
  readonly #byType = new Map<string, Map<string, RelationDef>>();

  constructor(catalogue: ReadCatalogue) {
    for (const relation of catalogue.relations) {
      const fields = this.#byType.get(relation.from.name) ?? new Map<string, RelationDef>();
      if (fields.has(relation.field) || relation.field in relation.from.fields) {
        throw new Error(`${relation.from.name}.${relation.field} is declared twice`);
      }
      this.#byType.set(relation.from.name, fields.set(relation.field, relation));
    }
  }

  of(type: TypeDef, field: string): RelationDef | undefined {
    return this.#byType.get(type.name)?.get(field);
  }
}
