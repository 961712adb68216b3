import 'reflect-metadata';
import type { FastifyInstance } from 'fastify';
import { forgetAnswers } from '../access/idempotency.ts';
import { forgetSessions } from '../access/session.service.ts';
import type { Config } from './config.ts';
import { createDatabase, type OpenDatabase } from './database/index.ts';
import { demoToLoad } from './demo-district.ts';
import { purgeRejects } from '../ingest/rejects/purge.ts';
import { everyDay } from './every-day.ts';
import { importDemo } from './import-demo.ts';
import { removeLeftFolders } from './left-folders.ts';
import { messageLine } from './message-line.ts';
import { settingRefusal } from './refusal.ts';
import { createServer } from './server.ts';
import { createServices } from './services.ts';
import { onStop, within } from './stopping.ts';
import { welcome } from './welcome.ts';

/** How long requests and imports may take to end before the database is taken from under them. */
const patience = 30_000;

const log = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs the hub until it is told to stop; a start that is refused is one line and exit status 1. */
export async function serve(config: Config): Promise<void> {
  const stop = new AbortController();
  const stopped = onStop(() => stop.abort());
  let opened: OpenDatabase | undefined;
  let app: FastifyInstance | undefined;
  try {
    opened = await createDatabase(config, { kind: 'serve', log });
    app = await open(config, opened, stop.signal);
    await stopped;
    log('正在停止 / stopping');
  } catch (error) {
    log(messageLine(error));
    process.exitCode = 1;
  }
  await within(patience, app?.close());
  await within(patience, opened?.close());
  process.exit();
}

/** Everything between the database and the open door; the demo is loaded behind it. */
async function open(config: Config, opened: OpenDatabase, stop: AbortSignal): Promise<FastifyInstance> {
  const services = createServices({ ...opened, upload: config.upload, keeping: config.audit, log });
  await services.ingest.failUnfinished();
  const purge = everyDay(async () => {
    await purgeRejects(services);
    await forgetAnswers(services.database, services.clock.now());
    await services.auditTrail.purge();
    await forgetSessions(services.database, services.clock.now());
  }, log);
  removeLeftFolders();
  services.auditTrail.sealer.start(log);
  const until = config.demo ? await demoToLoad(services.database, services.clock.today()) : undefined;
  const pending = new Set(until ? ['demo'] : []);
  const app = await createServer({ config, services, pending: () => [...pending] });
  app.addHook('onClose', () => services.cells.stop());
  app.addHook('onClose', () => purge.stop());
  app.addHook('onClose', () => services.auditTrail.sealer.stop());
  try {
    await listen(app, config);
    const people = await services.access.ensureFirstPeople();
    process.stdout.write(welcome(addressOf(app, config), people));
  } catch (error) {
    // The chores end before their database does.
    await within(patience, app.close());
    throw error;
  }
  if (until) {
    importDemo(services, until, stop, log).then(
      () => {
        pending.clear();
        services.cells.start(log);
      },
      (error: unknown) => stop.aborted || log(messageLine(error)),
    );
  } else services.cells.start(log);
  return app;
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw settingRefusal('PORT', `端口 ${port} 已被占用`, `port ${port} is already in use`);
    if (code === 'EACCES')
      throw settingRefusal('PORT', `无权使用端口 ${port}`, `no right to use port ${port}`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw settingRefusal('HOST', `本机没有地址 ${host}`, `this machine has no address ${host}`);
    }
    throw error;
  }
}

/** With PORT=0 the system chooses: the address that is printed is the real one. */
function addressOf(app: FastifyInstance, config: Config): string {
  const address = app.server.address();
  if (config.port !== 0 || typeof address !== 'object' || !address) return config.publicUrl;
  return config.publicUrl.replace(/:0$/, `:${address.port}`);
}
