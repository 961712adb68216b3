import { exports } from '../../../server/src/catalogue/exports.ts';
import { metrics } from '../../../server/src/catalogue/metrics.ts';
import { sources } from '../../../server/src/catalogue/sources.ts';
import type { RunningHub } from '../hub.ts';
import type { Actor } from './actors.ts';
import { canaries, strayName } from './canaries.ts';
import type { Recorder } from './recorder.ts';

/** Every address that is read, with values that find something, by the pattern of its route. */
export function addresses(imports: readonly string[]): Map<string, string[]> {
  return new Map([
    ['/', ['/', '/enterprises', '/assets/index.js']],
    ['/*', ['/signin', '/favicon.ico', '/nothing/../here']],
    ['/healthz', ['/healthz']],
    ['/readyz', ['/readyz']],
    ['/metrics', ['/metrics']],
    ['/graphql', ['/graphql', '/graphql?query=%7B__typename%7D']],
    ['/graphiql/*', ['/graphiql/start.js', '/graphiql/start.css', '/graphiql/graphiql.js']],
    ['/graphql/stream', ['/graphql/stream?query=subscription%7BmetricChanged%7Bkeys%7D%7D&operationName=x']],
    ['/api/session/methods', ['/api/session/methods']],
    ['/api/session/oidc', ['/api/session/oidc?returnTo=/']],
    ['/api/session/oidc/callback', ['/api/session/oidc/callback?code=x&state=y']],
    ['/api/forms/:file', sources.map(({ form }) => `/api/forms/${form}.xlsx`)],
    ['/api/export/:file', exports.flatMap(({ list }) => [`/api/export/${list}.csv`, `/api/export/${list}.xlsx`])],
    ['/api/export/figures/:file', metrics.map(({ key }) => `/api/export/figures/${key}.csv?by=TOWN`)],
    ['/api/charts/:metric.svg', metrics.map(({ key }) => `/api/charts/${key}.svg?by=TOWN`)],
    ['/api/charts/:metric.png', ['/api/charts/dispute.open.png']],
    ['/api/imports/:id/rejects.xlsx', imports.map(id => `/api/imports/${id}/rejects.xlsx`)],
  ]);
} // prettier-ignore

/** Patterns of the routes that are read, as the server itself lists them. */
export function readRoutes(hub: RunningHub): string[] {
  const above: string[] = [];
  const routes = hub.app.printRoutes({ commonPrefix: false }).split('\n').flatMap(line => {
    const [, indent = '', path = '', methods = ''] = /^([│ ]*)[├└]── (\S*)(?: \(([^)]*)\))?/u.exec(line) ?? [];
    const depth = indent.length / 4;
    above.splice(depth, above.length, path);
    return methods.split(', ').includes('GET') ? [above.join('')] : [];
  });
  // The dashboard's own files hold nothing of a district.
  return routes.filter(route => !/\.(js|css|svg|png|ico|woff2|html|json|webmanifest)$/.test(route.replace(/^\/(api|graphiql)\/.*/, '')));
} // prettier-ignore

/** Reads every address as somebody. */
export async function readAll(hub: RunningHub, actor: Actor, turn: number, patterns: ReadonlyMap<string, string[]>, recorder: Recorder): Promise<void> {
  for (const [pattern, paths] of patterns) {
    // What everybody gets alike is asked for by two; pictures and reports are many , each is every third actor's.
    const alike = !pattern.startsWith('/api/') || /forms|session/.test(pattern);
    if (alike && actor.name !== 'HRSS token' && actor.name !== 'anonymous') continue;
    const some = /charts|imports|figures/.test(pattern) && !(pattern.includes('imports') && /^(INDUSTRY|HRSS|UNION) token/.test(actor.name));
    const mine = some || actor.kind === 'PERSON' ? paths.filter((_, i) => (i + turn) % 3 === 0) : paths;
    for (const path of mine) {
      const abort = AbortSignal.timeout(pattern === '/graphql/stream' ? 300 : 20_000);
      const response = await fetch(hub.origin + path, { headers: { ...actor.headers, accept: '*/*' }, redirect: 'manual', signal: abort }).catch(() => undefined);
      if (!response) continue;
      await recorder.answer(actor.name, pattern.startsWith('/api/export') ? 'exports' : 'HTTP', `GET ${pattern}`, response).catch(() => undefined);
    }
  }
} // prettier-ignore

const typed = [canaries.idNumber, canaries.phone, strayName];

/** Requests that are wrong, with canaries typed wherever something may be typed; their answers say nothing that was not typed. */
export async function typeCanaries(hub: RunningHub, { headers }: Actor): Promise<number> {
  const tried: Promise<Response>[] = [];
  const to = (path: string, init: RequestInit = {}): void =>
    void tried.push(fetch(hub.origin + path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } }));
  const json = { 'content-type': 'application/json' };
  for (const text of typed) {
    const inUrl = encodeURIComponent(text);
    for (const path of [`/${inUrl}`, `/api/export/${inUrl}.csv`, `/api/export/contracts.csv?columns=${inUrl}&${inUrl}=1`, `/api/charts/${inUrl}.svg`,
      `/api/charts/dispute.open.svg?filter=${inUrl}`, `/api/forms/${inUrl}`, `/api/imports/${inUrl}/rejects.xlsx?part=${inUrl}`,
      `/graphql?query=${inUrl}`, `/graphql/stream?query=${inUrl}`, `/api/session/oidc/callback?code=${inUrl}&state=${inUrl}&error=${inUrl}`]) to(path);
    for (const query of [text, `{ ${text} }`, `{ x${text} }`, `{ metric(key: "${text}") { at } }`, `{ enterprise(uscc: "${text}") { id } }`, `{ node(id: "${text}") { id } }`,
      `{ enterprises(after: "${text}") { totalCount } }`, `{ enterprises(first: "${text}") { totalCount } }`, `{ metric(key: "dispute.open", at: "${text}") { at } }`,
      `{ contracts(filter: { idNumber: { eq: "${text}" } }) { totalCount } }`, `{ contracts(filter: { workerName: { contains: "${text}" } }) { totalCount } }`,
      `{ search(text: "${text}") { title } }`, `{ metricRows(key: "dispute.open", filter: { town: { eq: "${text}" } }) { totalCount } }`, `# ${text}\n{`]) {
      to('/graphql', { method: 'POST', headers: json, body: JSON.stringify({ query, operationName: undefined, variables: { [text]: text } }) });
    }
    to('/graphql', { method: 'POST', headers: json, body: `{"query": "${text}` });
    to('/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: text });
    to('/graphql', { method: 'POST', headers: { ...json, 'x-request-id': inUrl, 'user-agent': inUrl, 'accept-language': inUrl, referer: `http://localhost:4000/${inUrl}` }, body: '{"query":"{ viewer { kind } }"}' });
    to('/graphql/stream', { method: 'POST', headers: json, body: JSON.stringify({ query: `subscription { metricChanged(keys: ["${text}"]) { ${text} } }` }) });
    to('/api/session', { method: 'POST', headers: json, body: JSON.stringify({ username: text, password: text }) });
    to('/api/session/second-factor', { method: 'POST', headers: json, body: JSON.stringify({ code: text }) });
    to('/api/session/password', { method: 'POST', headers: json, body: JSON.stringify({ current: text, next: text }) });
    to('/api/imports', { method: 'POST', headers: { 'content-type': `multipart/form-data; boundary=${inUrl}` }, body: text });
    to('/graphql', { method: 'POST', headers: { ...json, authorization: `Bearer ${inUrl}` }, body: '{"query":"{ viewer { kind } }"}' });
  }
  const answers = await Promise.allSettled(tried);
  for (const answer of answers) if (answer.status === 'fulfilled') await answer.value.arrayBuffer();
  return answers.length;
} // prettier-ignore
