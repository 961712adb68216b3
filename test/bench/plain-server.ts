// Hand-written SQL behind HTTP: each figure in its own statement, its text passed on unread.
import { createServer } from 'node:http';
import pg from 'pg';
import { plainStatements } from './home-plain.ts';

const pool = new pg.Pool({
  ...(JSON.parse(process.env['BENCH_DATABASE'] ?? '{}') as pg.PoolConfig),
  max: 10,
});
pool.on('error', () => undefined);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { name = '', days = [] } = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as {
      name?: string;
      days?: string[];
    };
    const text = plainStatements[name];
    if (!text) return response.writeHead(404).end();
    pool.query<{ answer: string }>({ name, text, values: [days] }).then(
      ({ rows }) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(`{"data":${rows[0]?.answer ?? 'null'}}`);
      },
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));
