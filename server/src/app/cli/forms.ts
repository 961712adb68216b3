import { Option, type Command } from 'commander';
import { forms as letters } from '../../ingest/define-source.ts';
import { givenPath, language } from './arguments.ts';
import { table } from './output.ts';
import { runCommand } from './run.ts';

interface FormsArguments {
  readonly template?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `hub forms`: what the departments send, and an empty workbook of each form; needs no database. */
export function formsCommandLine(program: Command): void {
  program
    .command('forms')
    .description('各部门报表及其空白模板 / the department forms and their empty workbooks')
    .addOption(
      new Option('--template <form>', '写出该报表的空白模板 / write the empty workbook of a form').choices(
        letters,
      ),
    )
    .option('--out <file>', '模板写到的文件 / file to write to')
    .option('--json', 'JSON')
    .action(({ template, out, json = false }: FormsArguments) =>
      runCommand(json, async ({ output }) => {
        const { sources } = await import('../../catalogue/sources.ts');
        const { FormCatalogue } = await import('../../ingest/templates/form-catalogue.ts');
        const { formsCommand } = await import('../../ingest/templates/forms-command.ts');
        const place = (fileName: string): string => givenPath(out ?? fileName);
        const deps = {
          forms: new FormCatalogue(sources),
          language: language(),
          answer: output.answer,
          table,
          place,
        };
        return formsCommand(deps, template);
      }),
    );
}
