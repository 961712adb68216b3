import { Kind, visit, type FieldNode, type GraphQLResolveInfo, type OperationDefinitionNode } from 'graphql';
import type { TypeDef } from './define-list.ts';
import type { Relations } from './relations.ts';
import { pageOf, selectionOf, type Document, type PageWish, type Selection } from './selection.ts';

/** What one root field asks for, worked out once for a document and the state of its @skip and @include. */
export interface Plan {
  readonly page: PageWish;
  readonly item: Selection;
}

interface Kept {
  readonly nodes: readonly FieldNode[];
  readonly type: TypeDef;
  readonly state: string;
  readonly plan: Plan;
}

/** How many states of its switches one document keeps plans for. */
const mostStates = 32;

/** Plans by the root field's node: they go when the document goes. */
export class Plans {
  readonly #kept = new WeakMap<FieldNode, Kept[]>();
  readonly #conditions = new WeakMap<OperationDefinitionNode, readonly string[]>();
  readonly #relations: Relations;

  constructor(relations: Relations) {
    this.#relations = relations;
  }

  /** The plan of a list (`connection`) or of one row. */
  of(type: TypeDef, info: GraphQLResolveInfo, connection: boolean): Plan {
    const nodes = info.fieldNodes;
    const [first] = nodes;
    if (!first) throw new Error('a field without a node');
    const state = this.#state(info);
    const kept = this.#kept.get(first) ?? [];
    const known = kept.find(one => one.state === state && one.type === type && sameNodes(one.nodes, nodes));
    if (known) return known.plan;
    const document: Document = {
      fragments: info.fragments,
      variables: info.variableValues,
      relations: this.#relations,
    };
    const { page, items } = connection ? pageOf(document, [nodes]) : { page: onlyRow, items: [nodes] };
    const plan = { page, item: selectionOf(document, type, items) };
    this.#kept.set(first, [...kept.slice(1 - mostStates), { nodes, type, state, plan }]);
    return plan;
  }

  /** The values of the variables that switch parts of the document on and off. */
  #state({ operation, fragments, variableValues }: GraphQLResolveInfo): string {
    let names = this.#conditions.get(operation);
    if (!names) {
      const found = new Set<string>();
      for (const node of [operation, ...Object.values(fragments)]) {
        visit(node, {
          Directive: ({ arguments: given }) =>
            given?.forEach(({ value }) => value.kind === Kind.VARIABLE && found.add(value.name.value)),
        });
      }
      names = [...found];
      this.#conditions.set(operation, names);
    }
    return names.map(name => String(variableValues[name])).join();
  }
}

const onlyRow: PageWish = {
  nodes: true, edges: false, pageInfo: false, cursors: false, next: false, previous: false, total: false,
}; // prettier-ignore

const sameNodes = (a: readonly FieldNode[], b: readonly FieldNode[]): boolean =>
  a === b || (a.length === b.length && a.every((node, i) => node === b[i]));
