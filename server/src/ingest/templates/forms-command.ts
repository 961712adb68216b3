import { writeFile } from 'node:fs/promises';
import type { Language } from '../../access/viewer.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { FormCatalogue } from './form-catalogue.ts';

/** What the `forms` command of the command line works with. */
export interface FormsCommandDeps {
  readonly forms: FormCatalogue;
  readonly language: Language;
  answer<Value>(value: Value, text: (value: Value) => string): Promise<void>;
  table(header: readonly string[], rows: readonly (readonly unknown[])[]): string;
  /** Where a file of this name is written. */
  place(fileName: string): string;
}

/** `forms`: the forms and what they need; with a letter, the empty workbook of that form. Nothing is overwritten. */
export async function formsCommand(deps: FormsCommandDeps, letter?: string): Promise<number> {
  const { forms, language, answer, table, place } = deps;
  if (letter === undefined) {
    await answer(forms.list(language), all =>
      table(
        ['报表 form', '名称 title', '报送部门 owner', '必填列 required', '列 columns'],
        all.map(one => [
          one.form,
          one.title,
          one.owner,
          one.columns.flatMap(column => (column.required ? column.header : [])).join('、'),
          one.columns.length,
        ]),
      ),
    );
    return 0;
  }
  const source = forms.source(letter);
  if (!source) throw DomainError.notFound();
  const { fileName, bytes } = await forms.template(source);
  const path = place(fileName);
  await writeFile(path, bytes, { flag: 'wx' }).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? exists(path) : error;
  });
  await answer({ form: source.form, file: path }, ({ file }) => file);
  return 0;
}

const exists = (path: string): DomainError =>
  DomainError.badInput('out', {
    zh: `文件已存在，未覆盖：${path}`,
    en: `The file exists and was not overwritten: ${path}`,
  });
