import type { Command } from 'commander';
import { systemViewer } from '../../access/viewer.ts';
import { givenPath } from './arguments.ts';
import { table } from './output.ts';
import { runCommand } from './run.ts';

interface ImportArguments {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `hub import FILE…`: department files, one after the other. */
export function importCommandLine(program: Command): void {
  program
    .command('import <file...>')
    .description('导入部门报表 / import department workbooks')
    .option('--dry-run', '只检查，不改动数据 / check only, change nothing')
    .option('--json', 'JSON: 每张报表一份报告 / one report per sheet')
    .action((files: string[], { dryRun = false, json = false }: ImportArguments) =>
      runCommand(json, async run => {
        const { createServices } = await import('../services.ts');
        const { importCommand } = await import('../../ingest/import-command.ts');
        const { ingest } = createServices({ ...(await run.open()), upload: run.config.upload });
        const { answer, say, status } = run.output;
        const columns = process.stderr.columns;
        const deps = {
          ingest,
          viewer: systemViewer('cli'),
          answer,
          say,
          status,
          columns,
          table,
          signal: run.signal,
        };
        return importCommand(deps, files.map(givenPath), { dryRun });
      }),
    );
}
