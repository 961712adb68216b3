import {
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { actorOf } from '../../access/viewer.ts';
import type { Context } from '../context.ts';

interface Asked {
  readonly context: Context;
  readonly document: DocumentNode;
  readonly operation?: OperationDefinitionNode | undefined;
  readonly request: { readonly variables?: Record<string, unknown> | undefined };
}

/** Nobody in particular fills the trail so far and no further: refusals a minute. */
const mostOfNobody = 60;
/** Each trail counts its own. */
const ofNobody = new WeakMap<object, { minute: number; refusals: number }>();

/**
 * Enters in the audit trail what somebody tried to do and was refused, or what failed: the name of the act, the code,
 * and what it was to be done to; never the input. What was done is entered by the act itself, in its own transaction.
 */
export async function noteRefusedActs(asked: Asked, errors: readonly GraphQLError[]): Promise<void> {
  const { context, operation } = asked;
  if (operation?.operation !== 'mutation' || tooManyOfNobody(context)) return;
  const fields = rootFields(asked.document, operation.selectionSet);
  // An error further down is of the answer, not of the act.
  const acts = errors.flatMap(error => {
    if (error.path === undefined) return fields.map(field => ({ field, error }));
    const [name] = error.path;
    const field = fields.find(one => (one.alias ?? one.name).value === name);
    return error.path.length === 1 && field ? [{ field, error }] : [];
  });
  const { audit } = context.services;
  const noted = acts.map(({ field, error }) => {
    const { incident, ...told } = error.extensions as { code?: string; incident?: string };
    // Variables that do not fit come without a code of ours.
    const code = told.code ?? (incident ? 'INTERNAL' : 'BAD_USER_INPUT');
    return audit.note(actorOf(context.viewer), {
      act: field.name.value,
      object: objectOf(field, asked.request.variables ?? {}),
      outcome: code === 'INTERNAL' || code === 'UNAVAILABLE' ? 'FAILED' : 'REFUSED',
      code,
      ...(incident ? { detail: { incident } } : {}),
    });
  });
  // Where the trail cannot be written, nothing was done either: the refusal is answered all the same.
  await Promise.allSettled(noted);
}

function tooManyOfNobody({ viewer, services }: Context): boolean {
  if (viewer.kind !== 'ANONYMOUS') return false;
  const minute = Math.floor(services.clock.now().getTime() / 60_000);
  const known = ofNobody.get(services.audit);
  const counted = known?.minute === minute ? known : { minute, refusals: 0 };
  ofNobody.set(services.audit, counted);
  return ++counted.refusals > mostOfNobody;
}

function rootFields(document: DocumentNode, selection: SelectionSetNode): FieldNode[] {
  return selection.selections.flatMap(one => {
    if (one.kind === Kind.FIELD) return [one];
    if (one.kind === Kind.INLINE_FRAGMENT) return rootFields(document, one.selectionSet);
    const fragment = document.definitions.find(
      (node): node is FragmentDefinitionNode =>
        node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === one.name.value,
    );
    return fragment ? rootFields(document, fragment.selectionSet) : [];
  });
}

/** The id in the input, where it can be nothing but an id of ours: no text of the sender's gets into the trail. */
function objectOf(field: FieldNode, variables: Record<string, unknown>): string | null {
  const given = field.arguments?.find(one => one.name.value === 'input');
  const input: unknown = given && valueFromASTUntyped(given.value, variables);
  if (typeof input !== 'object' || input === null) return null;
  const { id, assignment, person } = input as Record<string, unknown>;
  const object = id ?? assignment ?? person;
  return typeof object === 'string' && /^[A-Z][A-Za-z]{1,40}:\d{1,10}$/.test(object) ? object : null;
}
