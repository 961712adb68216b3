import type { Clock } from '../kernel/clock.ts';
import { systemScope, type Database } from '../kernel/database.ts';
import type { DenominatorRule } from './denominator-rule.ts';
import { actionsOf, importsOf } from './policy.ts';
import { settingInForce } from './setting-in-force.ts';
import { freshUntil, rolesWithSecondFactor } from './steps.ts';
import type { Viewer } from './viewer.ts';
import type { ViewerType } from './viewer.type.ts';

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

  async describe(viewer: Viewer): Promise<ViewerType> {
    const facts = await this.#facts();
    const town = facts.towns.find(({ code }) => code === viewer.town);
    return {
      name: viewer.name,
      username: viewer.account?.username ?? null,
      kind: viewer.kind === 'SYSTEM' ? 'TOKEN' : viewer.kind,
      role: viewer.role,
      roleUntil: viewer.account?.roleUntil ?? null,
      next: viewer.next ?? null,
      secondFactor: secondFactorOf(viewer),
      preferredLanguage: viewer.account?.language ?? null,
      wall: viewer.wall ?? null,
      town: town ? { code: town.code, name: town[viewer.language] } : null,
      towns:
        viewer.role || viewer.wall
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

const secondFactorOf = (viewer: Viewer): ViewerType['secondFactor'] =>
  viewer.account
    ? {
        enrolled: viewer.account.enrolled,
        required: viewer.role !== null && rolesWithSecondFactor.includes(viewer.role),
        provenAt: viewer.provenAt ?? null,
        freshUntil: freshUntil(viewer),
      }
    : null;

const factsSql = `select
  ${settingInForce('denominator')} as denominator,
  exists (select from import_file where origin = 'DEMO') as demo,
  (select json_agg(json_build_object('code', code, 'zh', name_zh, 'en', name_en) order by position) from town) as towns`;
