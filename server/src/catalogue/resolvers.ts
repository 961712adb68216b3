import type { NonEmptyArray } from 'type-graphql';
import { ViewerResolver } from '../access/viewer.resolver.ts';

/** Every resolver class of the published schema. */
export const resolvers = [ViewerResolver] as const satisfies NonEmptyArray<unknown>;
