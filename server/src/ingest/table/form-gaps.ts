import type { Form, Source } from '../define-source.ts';
import { headersOfForms, headerWord } from './header-words.ts';

/** What a sheet would still need to be one of the forms. */
export interface FormGap {
  readonly form: Form;
  readonly missingColumns: string[];
}

/** Every form with the required columns that none of a sheet's headers means, the form that lacks least first. */
export function formGaps(sources: readonly Source[], headers: readonly string[]): FormGap[] {
  const keys = headers.map(header => headerWord(header).key);
  const gaps = headersOfForms(sources).map(({ source, meanings }) => {
    const fields = new Set(keys.map(key => meanings.get(key)?.field));
    const required = source.columns.filter(column => column.required);
    const missing = required.filter(column => !fields.has(column.field));
    const share = missing.length / Math.max(1, required.length);
    return { form: source.form, missingColumns: missing.map(column => column.header), share };
  });
  return gaps.sort((a, b) => a.share - b.share).map(({ form, missingColumns }) => ({ form, missingColumns }));
}
