import type { Clock } from '../kernel/clock.ts';
import { systemScope, type Database } from '../kernel/database.ts';
import type { DenominatorRule } from './denominator-rule.ts';
import { actionsOf, importsOf, type Action, type FormLetter } from './policy.ts';
import { settingInForce } from './setting-in-force.ts';
import type { Viewer } from './viewer.ts';

interface Facts {
  denominator: DenominatorRule;
  demo: boolean;
  towns: { code: string; zh: string; en: string }[];
}

/** Tells a viewer who they are and what they may do. */
export class ViewerService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  async describe(viewer: Viewer): Promise<Description> {
    const facts = await this.#facts();
    const town = facts.towns.find(({ code }) => code === viewer.town);
    return {
      name: viewer.name,
      kind: viewer.kind === 'SYSTEM' ? 'TOKEN' : viewer.kind,
      role: viewer.role,
      town: town ? { code: town.code, name: town[viewer.language] } : null,
      towns: viewer.role
        ? facts.towns
            .filter(({ code }) => !viewer.town || code === viewer.town)
            .map(one => ({ code: one.code, name: one[viewer.language] }))
        : [],
      language: viewer.language,
      mustChangePassword: viewer.mustChangePassword ?? false,
      actions: actionsOf(viewer),
      imports: importsOf(viewer),
      denominator: facts.denominator,
      demo: facts.demo,
      today: this.#clock.today(),
    };
  }

  /** Settings and flags that every page shows; nothing of them is about anybody. */
  async #facts(): Promise<Facts> {
    const [facts] = await this.#database.read<Facts>(systemScope('hub'), factsSql);
    return facts ?? { denominator: 'EMPLOYERS', demo: false, towns: [] };
  }
}

interface Description {
  name: string;
  kind: 'PERSON' | 'TOKEN' | 'ANONYMOUS';
  role: Viewer['role'];
  town: { code: string; name: string } | null;
  towns: { code: string; name: string }[];
  language: string;
  mustChangePassword: boolean;
  actions: Action[];
  imports: readonly FormLetter[];
  denominator: Facts['denominator'];
  demo: boolean;
  today: string;
}

const factsSql = `select
  ${settingInForce('denominator')} as denominator,
  exists (select from import_file where origin = 'DEMO') as demo,
  (select json_agg(json_build_object('code', code, 'zh', name_zh, 'en', name_en) order by position) from town) as towns`;
