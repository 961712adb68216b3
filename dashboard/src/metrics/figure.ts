import type { FigureQuery } from '@hexie/schema/generated/documents.ts';

/** One figure with its comparison and how it moved, as tiles show it. */
export type FigureAnswer = FigureQuery['metric'];

/** How a figure moved, as the hub says it. */
export type Change = NonNullable<FigureAnswer['total']['sincePrevious']>;
