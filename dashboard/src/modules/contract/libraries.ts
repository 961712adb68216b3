import type { Form } from '@hexie/schema/generated/documents.ts';

/** The three databases of the plan: the form that fills each, its list, and what it takes to open that. */
export const libraries = [
  { form: 'C', route: 'contracts', needs: 'contract.read' },
  { form: 'F', route: 'filings', needs: 'filing.read' },
  { form: 'S', route: 'signings', needs: 'signing.read' },
] as const satisfies readonly { form: Form; route: string; needs: string }[];

/** Whether a disagreement is between two of them, or within one. */
export const betweenLibraries = (form: Form, other: Form | null): boolean =>
  [form, other ?? form].every(one => libraries.some(library => library.form === one));
