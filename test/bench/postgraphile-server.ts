// PostGraphile 5 in production settings on the same database: no mutations to plan around, no GraphiQL, no watching,
// prepared statements (its default), and the tables' owner as its role, so that row-level security costs it nothing.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import pg from 'pg';

const { grafserv } = createRequire(import.meta.url)(
  'postgraphile/grafserv/node',
) as typeof import('postgraphile/grafserv/node');

const pool = new pg.Pool({
  ...(JSON.parse(process.env['BENCH_DATABASE'] ?? '{}') as pg.PoolConfig),
  max: 10,
});
pool.on('error', () => undefined);

const schemas = (process.env['BENCH_SCHEMAS'] ?? 'public').split(',');
const instance = postgraphile({
  // Aggregates only where they are asked for: they make the schema several times as large.
  extends: [PostGraphileAmberPreset, ...(schemas.length > 1 ? [PgAggregatesPreset] : [])],
  plugins: [],
  disablePlugins: ['PgMutationCreatePlugin', 'PgMutationUpdateDeletePlugin'],
  grafast: { explain: false },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
  pgServices: [makePgService({ pool, schemas })],
});

const server = createServer();
server.on('error', error => {
  throw error;
});
await instance.createServ(grafserv).addTo(server);
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));
