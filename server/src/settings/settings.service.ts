import { can, canReadMetric, demand } from '../access/policy.ts';
import { settingDefaults, type CountingSetting } from '../access/setting-in-force.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Cursors } from '../kernel/cursor.ts';
import type { Database } from '../kernel/database.ts';
import { DomainError } from '../kernel/errors.ts';
import { connectionOf, pageLimit, windowOf, type ListArgs } from '../kernel/page.ts';
import type { Connection } from '../kernel/page.type.ts';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { district } from '../metrics/stated-targets.ts';
import {
  checkScope,
  keyOf,
  nameOfKey,
  takesTarget,
  targetMetric,
  titleOf,
  type SettingName,
  type Town,
} from './setting-key.ts';
import { readHistory, readStatements, readTowns, type StatementRow } from './setting-list.ts';
import { valueOf, type SettingValue } from './setting-value.ts';

/** What the settings are handed by the composition root. */
export interface SettingDeps {
  readonly database: Database;
  readonly metrics: readonly MetricDefinition[];
  /** Seals places in histories. */
  readonly cursors: Cursors;
}

/** What a statement says, since when, who made it and why. */
export interface SettingStatement {
  readonly value: SettingValue;
  readonly isDefault: boolean;
  readonly version: number;
  readonly since: Date | null;
  readonly by: string | null;
  readonly reason: string | null;
}

/** A setting with what is in force. */
export interface Setting extends SettingStatement {
  readonly key: string;
  readonly name: string;
  readonly metric: string | null;
  readonly scope: string | null;
  /** The settings of the same answer, whose histories are read together. */
  readonly answer: { readonly keys: readonly string[]; readonly asKnownAt: Date | null };
}

/** Settings that figures depend on: statements within the book of changes, so that each figure knows its own. */
export class Settings {
  readonly #deps: SettingDeps;

  constructor(deps: SettingDeps) {
    this.#deps = deps;
  }

  /** All settings that the viewer may read, or those named; as they are, or as they were known at a moment. */
  async list(
    viewer: Viewer,
    args: { keys?: readonly string[] | null; asKnownAt?: Date | null } = {},
  ): Promise<Setting[]> {
    demand(viewer, 'setting.read');
    const { database, metrics } = this.#deps;
    const asKnownAt = args.asKnownAt ?? null;
    if ((args.keys?.length ?? 0) > pageLimit) throw tooMany();
    const [rows, towns] = await Promise.all([
      readStatements(database, viewer.scope, asKnownAt),
      readTowns(database, viewer.scope),
    ]);
    const said = new Map(rows.map(row => [row.key, row]));
    const names = args.keys
      ? args.keys.map(key => this.#named(viewer, key, towns))
      : this.#all([...said.keys()]).filter(name => this.#mayRead(viewer, name));
    const answer = { keys: names.map(keyOf), asKnownAt };
    return names.map(name => ({
      key: keyOf(name),
      name: titleOf(name, metrics, towns)[viewer.language],
      metric: name.kind === 'targets' ? name.metric : null,
      scope: name.kind === 'targets' ? name.scope : null,
      answer,
      ...this.#statement(viewer, name, said.get(keyOf(name))),
    }));
  }

  async one(viewer: Viewer, key: string): Promise<Setting> {
    const [setting] = await this.list(viewer, { keys: [key] });
    if (!setting) throw DomainError.notFound();
    return setting;
  }

  /** What has been said of each setting of an answer, newest first. */
  async histories(
    viewer: Viewer,
    { keys, asKnownAt }: Setting['answer'],
    args: Pick<ListArgs, 'first' | 'after'>,
  ): Promise<Map<string, Connection<SettingStatement>>> {
    demand(viewer, 'setting.read');
    const { database, cursors } = this.#deps;
    const window = windowOf(args);
    // A cursor belongs to one setting, and so does a page that begins after it.
    const before = window.after === null ? null : cursors.decode('after', keys.join(), window.after).id;
    const rows = await readHistory(database, viewer.scope, {
      keys,
      before,
      limit: window.size + 1,
      asKnownAt,
    });
    return new Map(
      keys.map(key => {
        const of = rows.filter(row => row.of === key);
        const own = of.flatMap(row => (row.version === null ? [] : [row as StatementRow]));
        const edge = (row: StatementRow) => ({
          cursor: cursors.encode(key, [], row.version),
          node: this.#statement(viewer, nameOfKey(key), row),
        });
        return [key, connectionOf(own, window, of[0]?.total ?? 0, edge)];
      }),
    );
  }

  /** The hub's two counting rules, the district's targets, and the towns' own. */
  #all(keys: readonly string[]): SettingName[] {
    const counting = Object.keys(settingDefaults).map(kind => ({ kind: kind as CountingSetting }));
    const set = keys.map(nameOfKey).flatMap(name => (name.kind === 'targets' ? [name] : []));
    const targets = this.#deps.metrics.filter(takesTarget).flatMap(({ key, target }): SettingName[] => {
      const own = set.filter(({ metric }) => metric === key);
      const towns = own.filter(({ scope }) => scope !== district);
      const whole = target || towns.length < own.length;
      return [...(whole ? [{ kind: 'targets', metric: key, scope: district } as const] : []), ...towns];
    });
    return [...counting, ...targets];
  }

  #named(viewer: Viewer, key: string, towns: readonly Town[]): SettingName {
    const name = nameOfKey(key);
    if (name.kind === 'targets') checkScope(targetMetric(this.#deps.metrics, name.metric), name.scope, towns);
    if (!this.#mayRead(viewer, name)) throw DomainError.forbidden();
    return name;
  }

  /** Who reads a figure reads its target; who sets them reads them all. */
  #mayRead(viewer: Viewer, name: SettingName): boolean {
    return name.kind !== 'targets' || can(viewer, 'setting.write') || canReadMetric(viewer, name.metric);
  }

  #statement(viewer: Viewer, name: SettingName, row: StatementRow | undefined): SettingStatement {
    const { value = null, version = 0, since = null, by = null, reason = null } = row ?? {};
    const shown = valueOf(name, value, this.#deps.metrics, viewer.language);
    return { value: shown, isDefault: value === null, version, since, by, reason };
  }
}

const tooMany = (): DomainError =>
  DomainError.badInput('keys', { zh: `最多 ${pageLimit} 项。`, en: `At most ${pageLimit} of them.` });
