// The ceiling: PostgreSQL builds the JSON text, Node puts it into the envelope unread.
import { createServer } from 'node:http';
import pg from 'pg';
import { passThroughStatement } from './question.ts';

const pool = new pg.Pool({
  ...(JSON.parse(process.env['BENCH_DATABASE'] ?? '{}') as pg.PoolConfig),
  max: 10,
});
pool.on('error', () => undefined);
const statement = { name: 'bench', text: passThroughStatement, values: [] };

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    pool.query<{ answer: string }>(statement).then(
      ({ rows }) => {
        response.writeHead(200, { 'content-type': 'application/graphql-response+json; charset=utf-8' });
        response.end(`{"data":${rows[0]?.answer ?? 'null'}}`);
      },
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));
