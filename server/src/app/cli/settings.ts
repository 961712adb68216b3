import type { Command } from 'commander';
import { systemViewer } from '../../access/viewer.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { SettingCommandDeps } from '../../settings/setting-command.ts';
import type { Setting } from '../../settings/settings.service.ts';
import { language, wholeNumber } from './arguments.ts';
import { table, type Output } from './output.ts';
import { runCommand } from './run.ts';

interface Json {
  readonly json?: boolean;
}
interface SetOptions extends Json {
  readonly reason: string;
  readonly version?: number;
}

const examples = `
示例 / examples:
  settings set denominator ENTERPRISES --reason "…"
  settings set certificationTerm 3 --reason "…"
  settings set targets/certification.rate 2026-01-01=0.90,2026-12-31=0.95 --reason "…"
  settings set targets/certification.rate/LUOBU default --reason "…"`;

/** `hub settings [list]|show|set`: what figures depend on, with its history. */
export function settingsCommandLine(program: Command): void {
  const settings = program
    .command('settings')
    .description('设置：分母口径、认定有效年限、指标目标 / what figures depend on, with its history');
  settings
    .command('list', { isDefault: true })
    .description('列出现行设置 / list what is in force')
    .option('--as-known-at <moment>', '按当时所知 / as it was known on a day or at a moment')
    .option('--json', 'JSON')
    .action(({ json = false, ...known }: Json & { asKnownAt?: string }) =>
      withSettings(json, async ({ settings: all, viewer }, output) => {
        const { metricArguments } = await import('../../metrics/metric-arguments.ts');
        const { settingsText } = await import('../../settings/setting-command.ts');
        const { asKnownAt = null } = metricArguments('', known);
        const list = await all.list(viewer, { asKnownAt });
        await output.answer(list.map(shown), () => settingsText(list, viewer.language, table));
      }),
    );
  settings
    .command('show <key>')
    .description('一项设置及其变更历史 / one setting with its history')
    .option('--json', 'JSON')
    .action((key: string, { json = false }: Json) =>
      withSettings(json, async (deps, output) =>
        tell(deps, output, await deps.settings.one(deps.viewer, key)),
      ),
    );
  settings
    .command('set <key> <value>')
    .description('更改一项设置；指标随即按新值计算 / change a setting; figures follow at once')
    .requiredOption('--reason <text>', '理由，记入历史 / why; kept in the history')
    .option(
      '--version <n>',
      '所见版本；已变则拒绝 / refuse unless this version stands',
      wholeNumber(0, 2 ** 31 - 1),
    )
    .option('--json', 'JSON')
    .addHelpText('after', examples)
    .action((key: string, value: string, { json = false, ...options }: SetOptions) =>
      withSettings(json, async (deps, output) => {
        const { setByWords } = await import('../../settings/setting-command.ts');
        await tell(deps, output, await setByWords(deps, { key, value, ...options }));
      }),
    );
}

/** Runs a command with the settings open; what cannot be read or set is wrong usage, every reason a line. */
function withSettings(
  json: boolean,
  work: (deps: SettingCommandDeps, output: Output) => Promise<void>,
): Promise<void> {
  return runCommand(json, async run => {
    const { createServices } = await import('../services.ts');
    const { settings, settingActs } = createServices(await run.open());
    const viewer = systemViewer('cli', language());
    try {
      await work({ settings, settingActs, viewer }, run.output);
      return 0;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'BAD_USER_INPUT') throw error;
      for (const [field, text] of Object.entries(error.fields ?? {}))
        run.output.say(`${field}: ${text[viewer.language]}`);
      return 2;
    }
  });
}

async function tell({ settings, viewer }: SettingCommandDeps, output: Output, one: Setting): Promise<void> {
  const { settingText } = await import('../../settings/setting-command.ts');
  const history = (await settings.histories(viewer, one.answer, { first: 200 })).get(one.key)?.nodes ?? [];
  await output.answer({ ...shown(one), history }, () => settingText(one, history, viewer.language, table));
}

/** The setting as GraphQL gives it. */
const shown = ({ answer: _answer, ...setting }: Setting): Omit<Setting, 'answer'> => setting;
