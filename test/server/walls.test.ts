import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { can } from '../../server/src/access/policy.ts';
import { wallRoots } from '../../server/src/access/policy/walls.ts';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { buildHubSchema } from '../../server/src/app/graphql/build-schema.ts';
import { fieldPolicy } from '../../server/src/app/graphql/field-policy.ts';
import { createServer } from '../../server/src/app/server.ts';
import { createServices } from '../../server/src/app/services.ts';
import { lists } from '../../server/src/catalogue/lists.ts';
import { operation } from '../support/operations.ts';
import { argumentsOf, askEverything } from './ask-everything.ts';
import { byWall, every, fields, link, wallHub, type MadeWall, type WallHub } from './wall-hub.ts';

let its: WallHub;
let schema: GraphQLSchema;
beforeAll(async () => {
  its = await wallHub();
  schema = await buildHubSchema();
});
afterAll(() => its.hub.close());

describe('a wall link', () => {
  it('is shown once, its key behind the #, and kept as a hash alone', async () => {
    const input = { idempotencyKey: 'hall' };
    const { data } = await its.make(input);
    const { path, wallLink } = data?.['done'] as MadeWall;
    expect(path).toMatch(/^\/wall#wall_\d+_[A-Za-z0-9_-]{43}$/);
    expect(wallLink).toMatchObject({ name: '一楼大厅', town: null, pages: ['OVERVIEW', 'CERTIFICATION'], expiresOn: '2027-11-24', live: true, lastUsedAt: null, version: 1 });
    expect((await its.make(input)).data?.['done']).toMatchObject({ path: null, wallLink: { id: wallLink.id } });
    const secret = String(path).split('_').slice(2).join('_');
    await its.askBy(`wall_${wallLink.id.slice(9)}_${secret}`, '{ viewer { kind } }');
    for (const table of ['idempotency', 'audit_entry', 'wall_link']) {
      const [row] = await its.hub.owner(`select json_agg(t)::text as text from ${table} t`);
      expect([table, String(row?.['text']).includes(secret)]).toEqual([table, false]);
    }
    expect(its.hub.log.join('\n')).not.toContain(secret);
  }); // prettier-ignore

  it.each([
    ['a day that is over', { expiresOn: '2026-11-22' }, 'expiresOn'],
    ['more than 366 days', { expiresOn: '2027-11-25' }, 'expiresOn'],
    ['no name', { name: ' ' }, 'name'],
    ['a name that is an identity number', { name: '11010519491231002X' }, 'name'],
    ['no page', { pages: [] }, 'pages'],
    ['a town that there is not', { town: 'PARIS' }, 'town'],
  ])('is refused for %s', async (_what, input, field) => {
    const { code, errors } = await its.make(input);
    expect([code, Object.keys(errors[0]?.extensions.fields ?? {})]).toEqual(['BAD_USER_INPUT', [field]]);
  });

  it('is made by the office alone, ended by the security officer too, and never by a program', async () => {
    for (const role of ['LEADER', 'SECURITY', 'ADMIN', 'AUDITOR', 'MEMBER', 'TOWN'] as const)
      expect([role, (await its.act(role, 'createWallLink', every, fields)).code]).toEqual([role, 'FORBIDDEN']);
    const query = 'mutation ($input: CreateWallLinkInput!) { createWallLink(input: $input) { path } }';
    const token = await its.hub.token('OFFICE');
    expect((await its.hub.graphql(query, { token, variables: { input: every } })).code).toBe('FORBIDDEN');
    const { wall } = await its.made();
    expect((await its.act('LEADER', 'revokeWallLink', { id: wall.id, version: 1, reason: 'x' }, link)).code).toBe('FORBIDDEN');
    expect((await its.act('OFFICE', 'revokeWallLink', { id: wall.id, version: 7, reason: 'x' }, link)).code).toBe('CONFLICT');
    expect((await its.revoke(wall)).data?.['done']).toMatchObject({ wallLink: { live: false, revokeReason: '拆除', version: 2 } });
    expect((await its.act('OFFICE', 'revokeWallLink', { id: wall.id, version: 2, reason: 'x' }, link)).code).toBe('INVALID_TRANSITION');
  }); // prettier-ignore

  it('tells when and from where it was last used', async () => {
    const { key, wall } = await its.made();
    expect(await its.read(wall.id)).toMatchObject({ lastUsedAt: null, live: true });
    await its.askBy(key, '{ viewer { kind } }');
    expect(await its.read(wall.id)).toMatchObject({ lastUsedAt: its.hub.now().toISOString(), lastAddress: '127.0.0.1' }); // prettier-ignore
  });
});

describe('what a wall reads', () => {
  const figures = `{ viewer { kind name role town { code } actions wall { pages expiresOn } }
    scorecard { metric { key freshness } value { value } } certificationForecast { gap } dataSources { form age }
    metric(key: "union.coverage", by: [TOWN]) { points { cuts { key } value { value } } sources { form } } }`;

  it('is figures, and how old what they are made of is', async () => {
    const { key } = await its.made();
    const { data, errors } = await its.askBy(key, figures);
    expect(errors).toEqual([]);
    expect(data?.['viewer']).toEqual({ kind: 'WALL', name: '一楼大厅', role: null, town: null, actions: ['metric.read', 'source.read'], wall: { pages: ['OVERVIEW', 'CERTIFICATION'], expiresOn: '2027-11-24' } });
    expect(data).toMatchObject({ scorecard: expect.any(Array) as unknown[], dataSources: { length: 8 } });
  }); // prettier-ignore

  it('is all that the dashboard sends for it', async () => {
    const { key } = await its.made();
    const whose = await its.askBy(key, operation('metrics/wall-viewer'));
    expect([whose.errors, whose.data]).toMatchObject([[], { viewer: { kind: 'WALL', today: '2026-11-23' } }]);
    const days = { at: '2026-11-23', from: '2025-12-01', lastFrom: '2024-12-01', lastTo: '2025-11-23' };
    const { data, errors } = await its.askBy(key, operation('metrics/wall'), days);
    expect([errors, Object.values(data ?? {}).filter(answer => !answer)]).toEqual([[], []]);
    // An empty district has no towns and industries, but its months are twelve.
    for (const name of ['path', 'filed', 'filedLastYear', 'closed', 'success']) expect([name, data?.[name]]).toMatchObject([name, { points: { length: 12 } }]);
  }); // prettier-ignore

  it('is refused everything else of the schema, whatever is asked and however', async () => {
    const { key } = await its.made();
    const closed = [...askEverything(schema, 3, argumentsOf(schema))].filter(
      ([name]) => !wallRoots.includes(`Query.${name}`),
    );
    expect(closed.length).toBeGreaterThan(40);
    for (const [name, document] of closed) {
      const { code, data } = await its.askBy(key, document);
      expect([name, code, Object.values(data ?? {}).filter(Boolean)]).toEqual([name, 'FORBIDDEN', []]);
    }
    // What it may ask for leads to no record either, however deep it is selected.
    for (const name of ['metric', 'scorecard', 'certificationForecast', 'dataSources']) {
      const { data } = await its.askBy(key, askEverything(schema, 3, argumentsOf(schema)).get(name) ?? '');
      expect([name, typeof data?.[name]]).toEqual([name, 'object']);
      expect(JSON.stringify(data)).not.toMatch(
        /"__typename":"(Enterprise|Union|Contract|Dispute|Certification|Inspection|Filing|Signing)"/,
      );
    }
    expect((await its.askBy(key, '{ __schema { types { name } } }')).data).toBeNull();
    expect((await its.askBy(key, '{ __type(name: "Employer") { name } }')).data).toEqual({ __type: null });
  });

  it('is no act, and no stream but of figures that move', () => {
    const viewer = { ...systemViewer('wall'), kind: 'WALL' as const };
    const roots = [...fieldPolicy(schema, lists)].filter(([name]) =>
      /^(Mutation|Subscription)\.\w+$/.test(name),
    );
    expect(roots.length).toBeGreaterThan(30);
    const open = roots.filter(
      ([, actions]) => actions === 'EVERYBODY' || actions.some(action => can(viewer, action)),
    );
    expect(open.map(([name]) => name)).toEqual(['Subscription.metricChanged']);
  });

  it('is nothing at any other address, nor by any other scheme', async () => {
    const { key } = await its.made();
    const paths = ['/api/charts/union.coverage.svg', '/api/exports/enterprises.csv', '/api/forms/E', '/metrics', '/api/imports/1/rejects'];
    for (const path of paths) {
      const { status } = await fetch(its.hub.origin + path, { headers: byWall(key) });
      expect([path, [401, 403, 404].includes(status)]).toEqual([path, true]);
    }
    for (const authorization of [`Bearer ${key}`, `Wall ${key}x`, 'Wall ', `Basic ${btoa(`1:${key}`)}`])
      expect((await its.hub.graphql('{ scorecard { value { value } } }', { headers: { authorization } })).status).toBe(401);
    expect((await fetch(`${its.hub.origin}/graphql?query={scorecard{value{value}}}&wall=${key}`)).ok).toBe(false);
  }); // prettier-ignore

  it('lies in its own town', async () => {
    const { key } = await its.made({ town: 'LUOBU' });
    const { data } = await its.askBy(key, '{ viewer { town { code } towns { code } } metric(key: "certification.rate", by: [TOWN]) { points { cuts { key } } } }');
    expect(data?.['viewer']).toEqual({ town: { code: 'LUOBU' }, towns: [{ code: 'LUOBU' }] });
    const elsewhere = await its.askBy(key, '{ metric(key: "certification.rate", filter: { town: { eq: "LUORONG" } }) { total { denominator } } }');
    expect(elsewhere.data).toMatchObject({ metric: { total: { denominator: null } } });
  }); // prettier-ignore
});

describe('a link that is over', () => {
  it('opens nothing from the moment it is revoked, and ends the stream that it opened', async () => {
    const { key, wall } = await its.made();
    const { over } = await its.follow(byWall(key));
    await its.revoke(wall);
    const from = performance.now();
    expect((await its.askBy(key, '{ viewer { kind } }')).status).toBe(401);
    await over;
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it('is over within two seconds where another process revoked it', async () => {
    const { key, wall } = await its.made();
    const { hub } = its;
    const services = createServices({ database: hub.database, orm: hub.orm, secret: hub.secret, clock: hub.services.clock }); // prettier-ignore
    const other = await createServer({ config: { publicUrl: 'http://localhost:4000', logLevel: 'silent' }, services }); // prettier-ignore
    const origin = await other.listen({ host: '127.0.0.1', port: 0 });
    const query = '{ viewer { kind } }';
    const there = () =>
      fetch(`${origin}/graphql`, { method: 'POST', headers: { ...byWall(key), 'content-type': 'application/json' }, body: JSON.stringify({ query }) }); // prettier-ignore
    try {
      expect((await there()).status).toBe(200);
      const { over } = await its.follow(byWall(key));
      await services.access.wallLinkActs.revoke(systemViewer('cli'), {
        id: wall.id,
        version: 1,
        reason: 'x',
      });
      const from = performance.now();
      expect((await there()).status).toBe(401);
      await over;
      expect(performance.now() - from).toBeLessThan(2_000);
      expect((await its.askBy(key, query)).status).toBe(401);
    } finally {
      await other.close();
    }
  });

  it('is over at the end of its last day', async () => {
    const { key } = await its.made({ expiresOn: '2026-11-23' });
    expect((await its.askBy(key, '{ viewer { kind } }')).status).toBe(200);
    its.hub.wait(14 * 3_600_000 - 2);
    its.hub.services.access.identity.forget();
    expect((await its.askBy(key, '{ viewer { kind } }')).status).toBe(200);
    its.hub.wait(1);
    its.hub.services.access.identity.forget();
    expect((await its.askBy(key, '{ viewer { kind } }')).status).toBe(401);
  });
});
