import type { Language } from '../../access/viewer.ts';
import type { ColumnKind, Form, Source } from '../define-source.ts';
import { choicesOf } from './choices.ts';
import { ruleOf } from './column-rules.ts';
import { templateWorkbook } from './template-workbook.ts';

/** One column of a form as a sender is told of it. */
export interface FormColumn {
  readonly header: string;
  readonly field: string;
  readonly required: boolean;
  readonly personal: boolean;
  readonly kind: ColumnKind;
  readonly synonyms: readonly string[];
  readonly choices: string | null;
  readonly rule: string;
}

/** One form as a sender is told of it. */
export interface FormInfo {
  readonly form: Form;
  readonly title: string;
  readonly owner: string;
  readonly columns: readonly FormColumn[];
  readonly templateUrl: string;
}

/** The department forms as their senders see them: what each column takes, and an empty workbook of each. */
export class FormCatalogue {
  readonly #sources: readonly Source[];
  /** A template is the same for everybody. */
  readonly #templates = new Map<Form, Promise<Buffer>>();

  constructor(sources: readonly Source[]) {
    this.#sources = sources;
  }

  list(language: Language): FormInfo[] {
    return this.#sources.map(source => described(source, language));
  }

  source(form: string): Source | undefined {
    return this.#sources.find(one => one.form === form);
  }

  /** The empty workbook of a form, and the name to save it under. */
  async template(source: Source): Promise<{ readonly fileName: string; readonly bytes: Buffer }> {
    const made = this.#templates.get(source.form) ?? templateWorkbook(source);
    this.#templates.set(source.form, made);
    return { fileName: `${source.form}-${source.title.zh}.xlsx`, bytes: await made };
  }
}

function described(source: Source, language: Language): FormInfo {
  return {
    form: source.form,
    title: source.title[language],
    owner: source.owner[language],
    columns: source.columns.map(column => ({
      header: column.header,
      field: column.field,
      required: column.required,
      personal: column.personal,
      kind: column.kind,
      synonyms: column.synonyms,
      choices: column.words && (choicesOf(column.words).join('、') || column.words.choices),
      rule: ruleOf(column)[language],
    })),
    templateUrl: `/api/forms/${source.form}.xlsx`,
  };
}
