import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { socketEndpoint } from '../../server/src/app/database/endpoint.ts';
import { openPools } from '../../server/src/app/database/pools.ts';
import { scopedDatabase } from '../../server/src/app/database/scoped-database.ts';
import { refusalOf } from '../../server/src/app/safe-error.ts';
import { TokenService } from '../../server/src/access/token.service.ts';
import { DomainError } from '../../server/src/kernel/errors.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
let thrown: unknown;
beforeAll(async () => {
  hub = await startHub();
  // A service that fails as the test wants it to.
  const failing = { describe: () => Promise.reject(thrown as Error) };
  Object.assign(hub.services, { viewer: failing });
});
beforeEach(() => void (hub.log.length = 0));
afterAll(() => hub.close());

const canary = '450299199001011236';
const query = '{ viewer { name } }';

/** Asked three times: interpreted first, compiled from the second time on. */
async function answers(headers: Record<string, string> = {}): Promise<string[]> {
  const texts: string[] = [];
  for (let i = 0; i < 3; i++) texts.push(await (await hub.post('/graphql', { query }, headers)).text());
  return texts;
}

const driverError = (code: string): Error =>
  Object.assign(new Error(`duplicate key value violates unique constraint; Key (id_card)=(${canary})`), {
    code,
    severity: 'ERROR',
    detail: `Key (id_card)=(${canary}) already exists.`,
    query: `insert into person values ('${canary}')`,
  });

describe('a fault of ours', () => {
  it.each([
    ['a driver error', driverError('23505')],
    ['a value out of range', driverError('22003')],
    ['an unknown table', driverError('42P01')],
    ['a parser that quotes its input', new SyntaxError(`Unexpected token in "${canary}"`)],
    ['a string', canary],
    ['an object', { secret: canary }],
  ])('%s is masked, with an incident that the log knows', async (_what, error) => {
    thrown = error;
    for (const text of await answers()) {
      const [shown] = (JSON.parse(text) as { errors: { message: string; extensions: object }[] }).errors;
      expect(shown?.message).toBe('服务器内部错误，请将事件编号告知管理员。');
      expect(Object.keys(shown?.extensions ?? {})).toEqual(['code', 'incident']);
      const { incident } = shown?.extensions as { incident: string };
      expect(hub.log.filter(line => line.includes(incident))).toHaveLength(1);
      expect(text).not.toContain(canary);
    }
    expect(hub.log.join('')).not.toContain(canary);
  });

  it('tells where it happened, for whoever mends it', async () => {
    thrown = new TypeError('x is not a function');
    await answers();
    expect(JSON.parse(hub.log[0] ?? '')).toMatchObject({
      level: 50,
      requestId: expect.any(String) as string,
      fault: {
        type: 'TypeError',
        message: 'x is not a function',
        frames: expect.stringContaining('.ts') as string,
      },
    });
  });
});

describe('a request that is not executed', () => {
  it.each([
    ['{ viewer {', '查询语句有语法错误。Syntax Error'],
    ['{ enterprize }', '查询与接口约定不符。Cannot query field "enterprize"'],
    ['query ($n: Int!) { viewer { name } enterprises(first: $n) { totalCount } }', 'Variable "$n"'],
  ])('is told in the language of the reader, the library’s words behind: %s', async (document, words) => {
    const told = async (language: string): Promise<string> => {
      const headers = { 'accept-language': language };
      return (
        (await hub.graphql(document, { token: await hub.token('HRSS'), headers })).errors[0]?.message ?? ''
      );
    };
    expect(await told('zh-CN')).toContain(words);
    expect(await told('*')).toBe(await told('zh-CN'));
    expect(await told('en')).not.toMatch(/\p{Script=Han}/u);
  });

  it('keeps the words by which clients know an unregistered query', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } };
    const answer = (await (await hub.post('/graphql', { extensions })).json()) as { errors: object[] };
    expect(answer.errors).toMatchObject([{ message: 'PersistedQueryNotFound' }]);
  });
});

describe('a refusal', () => {
  it('keeps its code, and names fields in the language of the reader', async () => {
    thrown = DomainError.badInput('at', { zh: '日期有误。', en: 'Wrong date.' });
    for (const text of await answers({ 'accept-language': 'en' })) {
      expect(JSON.parse(text)).toMatchObject({
        errors: [
          {
            message: 'Wrong date.',
            path: ['viewer'],
            extensions: { code: 'BAD_USER_INPUT', fields: { at: 'Wrong date.' } },
          },
        ],
      });
    }
    expect(hub.log).toEqual([]);
  });

  it('for a database that is away is 503 with Retry-After', async () => {
    thrown = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    for (let i = 0; i < 3; i++) {
      const response = await hub.post('/graphql', { query });
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    }
  });

  it('for a token that cannot be looked up is UNAVAILABLE, not a fault and not a wrong token', async () => {
    const database = scopedDatabase(openPools(socketEndpoint('/nowhere', 'nothing'), () => undefined));
    const tokens = new TokenService(database, hub.services.clock);
    const error = await tokens.find(1, 'x').catch((thrown: unknown) => thrown);
    expect(refusalOf(error)?.code).toBe('UNAVAILABLE');
    await database.close();
  });
});
