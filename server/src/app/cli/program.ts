import { Command, CommanderError } from 'commander';
import { auditCommandLine } from './audit.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { formsCommandLine } from './forms.ts';
import { importCommandLine } from './import.ts';
import { metricCommandLine } from './metric.ts';
import { migrateCommand } from './migrate.ts';
import { userCommand } from './people.ts';
import { resetCommand } from './reset.ts';
import { settingsCommandLine } from './settings.ts';
import { tokenCommand } from './tokens.ts';
import { withdrawCommandLine } from './withdraw.ts';

/** The command line: every command lists itself here. */
const commands = [
  importCommandLine, withdrawCommandLine, metricCommandLine, settingsCommandLine, auditCommandLine, formsCommandLine, demoCommand, migrateCommand, userCommand, tokenCommand, resetCommand, doctorCommand,
]; // prettier-ignore

/** The command line as it is declared. */
export function hubProgram(): Command {
  const program = new Command('npm run hub --')
    .description('和谐劳动关系数据中枢 / Hexie Hub')
    .configureOutput({ writeErr: text => void process.stderr.write(text) })
    .showHelpAfterError('（--help 查看用法 / for usage）')
    .exitOverride();
  for (const command of commands) command(program);
  inheritSettings(program);
  return program;
}

/** Runs the command line; wrong usage is exit status 2, told on stderr with the way to help. */
export async function runProgram(words: readonly string[]): Promise<void> {
  try {
    await hubProgram().parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}

/** Commander hands its settings down only to commands made after them. */
function inheritSettings(parent: Command): void {
  for (const child of parent.commands) {
    child.copyInheritedSettings(parent);
    inheritSettings(child);
  }
}
