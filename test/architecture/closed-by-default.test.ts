import { beforeAll, describe, expect, it } from 'vitest';
import { isObjectType, type GraphQLSchema } from 'graphql';
import { authChecker } from '../../server/src/access/auth-checker.ts';
import { actions, can, grants, importsOf } from '../../server/src/access/policy.ts';
import { roles } from '../../server/src/access/roles.ts';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { buildHubSchema } from '../../server/src/app/graphql/build-schema.ts';
import { lists } from '../../server/src/catalogue/lists.ts';
import { metadata } from '../support/type-graphql.ts';

/** Root fields that answer nobody in particular. */
const open = ['viewer'];

const viewer = (role: Viewer['role']): Viewer => ({
  kind: role ? 'TOKEN' : 'ANONYMOUS',
  id: null,
  name: 'test',
  role,
  town: null,
  mustChangePassword: false,
  scope: { actor: 'test', towns: [], channels: [] },
  language: 'en',
});

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildHubSchema();
});

describe('closed by default', () => {
  it('every root field needs an action, except a short public list', () => {
    const guarded = new Map(
      [...metadata().queries, ...metadata().mutations, ...metadata().subscriptions].map(field => [
        field.schemaName,
        field.roles ?? [],
      ]),
    );
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap(type => (type ? Object.keys(type.getFields()) : []));
    const unguarded = fields.filter(field => !(guarded.get(field) ?? []).length);
    expect(unguarded).toEqual(open);
    const unknown = [...guarded.values()]
      .flat()
      .filter(action => !(actions as string[]).includes(String(action)));
    expect(unknown).toEqual([]);
  });

  it('a field that names no action is refused, and so is nobody', () => {
    const ask = (who: Viewer, needed: (typeof actions)[number][]): unknown =>
      Reflect.apply(authChecker as (...args: unknown[]) => unknown, undefined, [
        { context: { viewer: who } },
        needed,
      ]);
    expect(ask(viewer('HRSS'), [])).toBe(false);
    expect(() => ask(viewer(null), ['metric.read'])).toThrow('sign in');
    expect(() => ask(viewer('WORKER'), ['metric.read'])).toThrow('not permit');
  });

  it('every field that shows a personal value is for those who may see masks, and none shows more than a mask', () => {
    const fields = lists.types.flatMap(type =>
      Object.entries(type.fields).map(([name, field]) => ({ name: `${type.name}.${name}`, ...field })),
    );
    const shown = fields.filter(field => /_(mask|cipher|hash)\b/.test(field.sql.join(' ')));
    expect(shown.map(field => field.name).sort()).toMatchInlineSnapshot(`
      [
        "Contract.idNumber",
        "Contract.workerName",
        "Dispute.applicant",
        "Enterprise.contact",
        "Enterprise.legalRepresentative",
        "Enterprise.phone",
        "Inspection.summonsTarget",
        "Union.chair",
      ]
    `);
    expect(shown.filter(field => field.needs !== 'personal.masked')).toEqual([]);
    expect(shown.filter(field => /_(cipher|hash)\b/.test(field.sql.join(' ')))).toEqual([]);
    expect(shown.filter(field => field.filter || field.order)).toEqual([]);
  });

  it('no type of the schema offers a secret of sign-in', () => {
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const names = types.flatMap(type => Object.keys(type.getFields()).map(field => `${type.name}.${field}`));
    const secret = /password|secret|cipher|hash$/i;
    const shown = names.filter(name => secret.test(name) && !name.startsWith('Mutation.')).sort();
    // Whether there is one, since when, and the one-time password that the administrator hands over once.
    expect(shown).toEqual([
      'AccessToken.secrets',
      'AccessTokenSecret.createdAt',
      'AccessTokenSecret.endsAt',
      'NewPasswordPayload.oneTimePassword',
      'NewPasswordPayload.person',
      'Person.hasPassword',
      'Person.mustChangePassword',
      'Viewer.mustChangePassword',
    ]);
  });
});

describe('the table of grants', () => {
  it('is what a reviewer reads here: action × role', () => {
    const table = actions.map(action => `${action}: ${grants[action].join(' ')}`);
    expect(table.join('\n')).toMatchInlineSnapshot(`
      "metric.read: LEADER HRSS UNION INDUSTRY OFFICE MEMBER TOWN COURT
      source.read: LEADER HRSS UNION INDUSTRY OFFICE MEMBER TOWN COURT
      enterprise.read: LEADER HRSS UNION INDUSTRY OFFICE TOWN
      union.read: LEADER HRSS UNION INDUSTRY OFFICE TOWN
      certification.read: LEADER HRSS UNION INDUSTRY OFFICE TOWN
      dispute.read: LEADER HRSS UNION INDUSTRY OFFICE TOWN COURT
      contract.read: LEADER HRSS UNION OFFICE TOWN
      filing.read: LEADER HRSS UNION OFFICE TOWN
      signing.read: LEADER HRSS UNION OFFICE TOWN
      inspection.read: LEADER HRSS UNION INDUSTRY OFFICE TOWN
      quality.read: LEADER HRSS UNION INDUSTRY OFFICE TOWN
      node.read: LEADER HRSS UNION INDUSTRY OFFICE TOWN COURT
      personal.masked: HRSS UNION INDUSTRY OFFICE TOWN COURT
      import.read: HRSS UNION INDUSTRY OFFICE COURT
      import.write: HRSS UNION INDUSTRY OFFICE COURT
      import.withdraw: HRSS UNION INDUSTRY OFFICE COURT
      record.void: HRSS UNION INDUSTRY OFFICE COURT
      match.write: HRSS UNION INDUSTRY OFFICE
      setting.read: LEADER HRSS UNION INDUSTRY OFFICE MEMBER TOWN COURT ADMIN
      setting.write: ADMIN
      personal.reveal: HRSS UNION INDUSTRY OFFICE TOWN COURT
      personal.answer: HRSS
      list.export: LEADER HRSS UNION INDUSTRY OFFICE TOWN COURT
      view.read: LEADER HRSS UNION INDUSTRY OFFICE MEMBER TOWN COURT
      view.write: LEADER HRSS UNION INDUSTRY OFFICE MEMBER TOWN COURT
      person.read: ADMIN SECURITY
      person.write: ADMIN
      role.read: ADMIN SECURITY AUDITOR
      role.write: SECURITY
      token.read: SECURITY AUDITOR
      token.write: SECURITY
      wall.read: OFFICE SECURITY AUDITOR
      wall.write: OFFICE
      wall.revoke: OFFICE SECURITY
      policy.read: SECURITY AUDITOR
      audit.read: AUDITOR
      audit.verify: AUDITOR
      account.write: LEADER HRSS UNION INDUSTRY TOWN COURT MEMBER OFFICE AUDITOR SECURITY ADMIN
      operation.read: ADMIN"
    `);
  });

  it('lets each department send in its own forms', () => {
    const senders = roles
      .map(role => `${role} ${importsOf(viewer(role)).join('')}`.trim())
      .filter(line => line.includes(' '));
    expect(senders).toEqual(['HRSS CFSID', 'UNION UD', 'INDUSTRY E', 'COURT D', 'OFFICE A']);
  });

  it('gives nothing to nobody, to employers and to workers, and no case content to those who run the system', () => {
    const grantsOf = (role: Viewer['role']): string[] => actions.filter(action => can(viewer(role), action));
    expect([null, 'ENTERPRISE', 'WORKER'].map(role => grantsOf(role as Viewer['role']))).toEqual([
      [],
      [],
      [],
    ]);
    const content =
      /^(enterprise|union|contract|filing|signing|certification|inspection|dispute|quality|node|personal|import)\./;
    for (const role of ['ADMIN', 'SECURITY', 'AUDITOR'] as const) {
      expect(grantsOf(role).filter(action => content.test(action))).toEqual([]);
    }
  });

  it('gives nothing before a one-time password is changed', () => {
    const fresh = { ...viewer('HRSS'), next: 'PASSWORD' as const };
    expect(actions.filter(action => can(fresh, action))).toEqual([]);
  });
});
