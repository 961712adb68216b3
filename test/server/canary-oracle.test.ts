import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHubSchema } from '../../server/src/app/graphql/build-schema.ts';
import { everybody, type Actor } from './canary/actors.ts';
import type { Known } from './canary/argument-values.ts';
import { lookAtFiles, lookAtTables } from './canary/at-rest.ts';
import { addresses, readAll, readRoutes, typeCanaries } from './canary/channels.ts';
import { deepQueries, mutations, variedQueries, type Asked } from './canary/documents.ts';
import { files, send } from './canary/front-door.ts';
import { listen } from './canary/listen.ts';
import { mayStand } from './canary/may-stand.ts';
import { Recorder } from './canary/recorder.ts';
import { known as knownOf } from './canary/world.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
let schema: GraphQLSchema;
let actors: Actor[];
let known: Known;
const folder = mkdtempSync(join(tmpdir(), 'hexie-canary-'));
const recorder = new Recorder();
/** Programs of every role, and nobody. */
const programs = (): Actor[] => actors.filter(one => one.kind !== 'PERSON');

beforeAll(async () => {
  const rates = { token: 1e6, person: 1e6, anonymous: 1e6 };
  const audit = { anchorFile: join(folder, 'anchors.jsonl'), keepDays: 1095 };
  hub = await startHub('http://localhost:4000', { rates, audit });
  schema = await buildHubSchema();
  actors = await everybody(hub);
  await sendIn(...files);
  known = await knownOf(hub);
}, 120_000);
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

/** Sends files in as the programs of their departments; what comes back is looked at as all else. */
async function sendIn(...some: typeof files): Promise<void> {
  for (const file of some) {
    const { name, headers } = actors.find(one => one.role === file.role && one.kind === 'TOKEN') as Actor;
    const response = await send(hub, file, headers['authorization'] ?? '');
    await recorder.answer(name, 'reports', `import of form ${file.role}`, response);
  }
}

async function ask(actor: Actor, { operation, query, variables }: Asked, channel = 'GraphQL'): Promise<string> {
  const response = await hub.post('/graphql', { query, variables }, actor.headers);
  return (await recorder.answer(actor.name, channel, operation, response)).text;
} // prettier-ignore

/** What a wall was told when it asked for figures. */
let wallSaw = '';

const tooFar = (text: string): boolean => /"(FORBIDDEN|QUERY_TOO_COMPLEX|UNAUTHENTICATED)"/.test(text);

/** What is refused to whom, whatever they ask of it. */
const refused = new Set<string>();
const isRefused = ({ name }: Actor, field: string): boolean => refused.has(`${name} ${field}`);

/** Asks everything as deep as it goes. A person of a role sees what its program sees: each field once is enough. */
async function askDeep(actor: Actor): Promise<void> {
  const fields = new Set<string>();
  for (const { field, depths } of deepQueries(schema, known)) {
    if (isRefused(actor, field) || (actor.kind === 'PERSON' && fields.has(field))) continue;
    fields.add(field);
    let text = '';
    for (const asked of depths) if (!tooFar((text = await ask(actor, asked)))) break;
    if (actor.kind === 'WALL' && field === 'metric') wallSaw = text;
    if (tooFar(text)) refused.add(`${actor.name} ${field}`);
  }
}

/** Every argument in many values: each question is that of one of those who are not refused the field. */
async function askVaried(): Promise<void> {
  const questions = variedQueries(schema, known).map((asked, i) => {
    const field = asked.operation.split(' ')[1] ?? '';
    const may = programs().filter(actor => !isRefused(actor, field));
    return { asked, actor: may[i % may.length] as Actor };
  });
  await Promise.all(
    actors.map(async actor => {
      for (const one of questions) if (one.actor === actor) await ask(actor, one.asked);
    }),
  );
}

/** Every act, by those who may not as well: they try each once. */
async function act(actor: Actor): Promise<void> {
  const shut = new Set<string>();
  for (const asked of mutations(schema, known)) {
    if (shut.has(asked.operation)) continue;
    if (tooFar(await ask(actor, asked, 'mutations'))) shut.add(asked.operation);
  }
}

const sender = (name: string): Actor => actors.find(one => one.name === name) as Actor;
const inTurn = async (some: readonly Actor[], work: (actor: Actor) => Promise<unknown>): Promise<void> => {
  for (const actor of some) await work(actor);
};
/** Nothing has leaked so far; what has is named by its place. */
const noLeak = (): void => expect(recorder.told(recorder.leaks(mayStand))).toEqual([]);

describe('canaries that were sent in are found nowhere they may not be', () => {
  it('not in what senders are told', noLeak);

  it('not by any query, however deep and with whatever arguments', async () => {
    await Promise.all(actors.map(askDeep));
    await askVaried();
    noLeak();
  }, 300_000);

  it('not at any other address', async () => {
    const patterns = addresses(known.ids['Import'] ?? []);
    const missed = readRoutes(hub).filter(
      route =>
        ![...patterns.keys()].some(
          one => one === route || (one.endsWith('/*') && route.startsWith(one.slice(0, -1))),
        ),
    );
    expect(missed, 'routes that nobody has asked for').toEqual([]);
    await Promise.all(actors.map((actor, turn) => readAll(hub, actor, turn, patterns, recorder)));
    noLeak();
  }, 300_000);

  it('not in events', async () => {
    await listen(hub, programs(), recorder, () => sendIn(...files.slice(0, 3)));
    noLeak();
  }, 60_000);

  it('not by any act, whatever is typed', async () => {
    const typing = ['anonymous', 'HRSS token', 'HRSS person', 'LEADER token'].map(sender);
    await Promise.all(typing.map(actor => typeCanaries(hub, actor)));
    await inTurn(actors, act);
    await Promise.all(
      ['HRSS token', 'AUDITOR token', 'SECURITY token', 'ADMIN token', 'AUDITOR person']
        .map(sender)
        .map(askDeep),
    );
    noLeak();
  }, 300_000);

  it('not in the database, the files, the audit trail or the log', async () => {
    await hub.services.auditTrail.sealer.seal();
    const rows = await lookAtTables(hub, recorder);
    lookAtFiles(folder, recorder);
    recorder.look('operator', 'log', 'log lines', hub.log.join(''));
    expect([rows > 500, hub.log.length > 20]).toEqual([true, true]);
    noLeak();
  }, 60_000);

  it('and where they may be, they are found: whoever looks is not blind', () => {
    for (const place of mayStand) expect(recorder.hits.some(place.holds), place.why).toBe(true);
    const { operations, roles, channels, looks, bytes } = recorder;
    expect([operations.size > 150, channels.size >= 9]).toEqual([true, true]);
    // A wall was shown figures, so what it was not shown was kept from it and not from a stranger.
    expect(wallSaw, 'what a wall was told of figures').toContain('"metric"');
    const silent = actors.map(({ name }) => name).filter(name => !roles.has(name));
    expect(silent, 'who was told nothing at all').toEqual([]);
    console.log(
      `canaries: ${operations.size} operations × ${roles.size} roles × ${channels.size} channels, ${looks} answers of ${Math.round(bytes / 1e6)} MB, ${recorder.leaks(mayStand).length} hits`,
    );
  });
});
