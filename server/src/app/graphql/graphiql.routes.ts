import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { withoutTrustedTypes } from '../http/security-headers.ts';

const require = createRequire(import.meta.url);
const inPackage = (name: string, file: string): string =>
  join(dirname(require.resolve(`${name}/package.json`)), file);

/** GraphiQL's own files, from the packages we pin: nothing is fetched from another site. */
const files: Readonly<Record<string, { path: string; type: string }>> = {
  'react.js': { path: inPackage('react', 'umd/react.production.min.js'), type: 'text/javascript' },
  'react-dom.js': {
    path: inPackage('react-dom', 'umd/react-dom.production.min.js'),
    type: 'text/javascript',
  },
  'graphiql.js': { path: inPackage('graphiql', 'graphiql.min.js'), type: 'text/javascript' },
  'graphiql.css': { path: inPackage('graphiql', 'graphiql.min.css'), type: 'text/css' },
};

const page = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>GraphiQL · 和谐劳动关系数据中枢</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/graphiql/graphiql.css" />
    <link rel="stylesheet" href="/graphiql/start.css" />
  </head>
  <body>
    <div id="graphiql"></div>
    <script src="/graphiql/react.js"></script>
    <script src="/graphiql/react-dom.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`;

const start = `'use strict';
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultEditorToolsVisibility: true,
    defaultQuery: '# 先在首页登录，或在 Headers 中填写 {"authorization": "Bearer 令牌"}\\n{\\n  viewer { name role actions today }\\n}\\n',
  }),
);
`;

const style = 'html, body, #graphiql { height: 100%; margin: 0; }\n';

/** Serves the pieces of the GraphiQL page. */
export function registerGraphiql(app: FastifyInstance): void {
  const cached = 'public, max-age=86400';
  for (const [name, { path, type }] of Object.entries(files)) {
    app.get(`/graphiql/${name}`, async (_request, reply) =>
      reply
        .type(`${type}; charset=utf-8`)
        .header('cache-control', cached)
        .send(await readFile(path)),
    );
  }
  app.get('/graphiql/start.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(start),
  );
  app.get('/graphiql/start.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
}

/** Whether a browser opens the address, rather than a program asking for an answer. */
export const wantsPage = (accept: string | undefined): boolean => /\btext\/html\b/.test(accept ?? '');

/** Answers with the page. */
export const sendGraphiql = (reply: FastifyReply): FastifyReply =>
  reply
    .header(
      'content-security-policy',
      withoutTrustedTypes(String(reply.getHeader('content-security-policy') ?? '')),
    )
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .send(page);
