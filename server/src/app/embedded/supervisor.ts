import { setTimeout as sleep } from 'node:timers/promises';
import { endLeftovers } from './leftovers.ts';
import { startPostmaster, type Postmaster, type PostmasterOptions } from './postmaster.ts';

/** Keeps one server running until it is told to stop. */
export interface Supervisor {
  readonly pid: number;
  /** fast: cut clients off; smart: let them finish first. */
  stop(how: 'fast' | 'smart'): Promise<void>;
}

/** Starts the server and starts it again whenever it dies unasked, the later the more often it does. */
export async function supervise(
  options: PostmasterOptions,
  log: (line: string) => void,
): Promise<Supervisor> {
  let current: Postmaster = await startPostmaster(options);
  const state = { stopping: false };
  let stopped: Promise<void> | undefined;

  const watch = async (): Promise<void> => {
    let pause = 100;
    for (;;) {
      const startedAt = performance.now();
      await current.ended;
      if (state.stopping) return;
      if (performance.now() - startedAt > 60_000) pause = 100;
      log('数据库进程意外结束，正在重新启动 / the database process ended unexpectedly, starting it again');
      while (!state.stopping) {
        await sleep(pause);
        pause = Math.min(pause * 2, 10_000);
        try {
          await endLeftovers(options.cluster, options.socketDir);
          current = await startPostmaster(options);
          break;
        } catch (error) {
          log(
            `数据库未能启动，稍后再试 / the database did not start, will try again: ${(error as Error).message}`,
          );
        }
      }
      if (state.stopping) current.signal('SIGINT');
    }
  };
  const watching = watch();

  return {
    get pid() {
      return current.pid;
    },
    stop(how) {
      state.stopping = true;
      stopped ??= (async () => {
        current.signal(how === 'smart' ? 'SIGTERM' : 'SIGINT');
        const patience = how === 'smart' ? 600_000 : 20_000;
        const timer = setTimeout(() => current.signal('SIGQUIT'), patience);
        await current.ended;
        await watching;
        clearTimeout(timer);
      })();
      return stopped;
    },
  };
}
