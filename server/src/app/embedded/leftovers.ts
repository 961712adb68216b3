import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Ends what an earlier hub left behind in the cluster's folder: an orphaned server, or backends of a killed one. */
export async function endLeftovers(cluster: string, socketDir: string): Promise<void> {
  if (process.platform !== 'linux') return endByPidFile(cluster);
  const folder = realpathSync(cluster);
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 10_000],
    ['SIGQUIT', 3_000],
    ['SIGKILL', 3_000],
  ];
  for (const [signal, patience] of steps) {
    for (const pid of serversIn(folder)) kill(pid, signal);
    for (let waited = 0; waited < patience && serversIn(folder).length > 0; waited += 20) await sleep(20);
  }
  if (serversIn(folder).length > 0) return;
  // Nobody is at work here any more. The number in a stale lock file may be a zombie's, or by now a stranger's:
  // PostgreSQL would take either for a living server.
  const socket = join(socketDir, '.s.PGSQL.5432');
  for (const file of [join(folder, 'postmaster.pid'), `${socket}.lock`, socket])
    rmSync(file, { force: true });
}

/** Processes whose working folder is the cluster and whose program is postgres. */
function serversIn(folder: string): number[] {
  return readdirSync('/proc').flatMap(entry => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const program = basename(readlinkSync(`/proc/${entry}/exe`).replace(/ \(deleted\)$/, ''));
      return program === 'postgres' && readlinkSync(`/proc/${entry}/cwd`) === folder ? [Number(entry)] : [];
    } catch {
      return [];
    }
  });
}

/** Without /proc the server's own pid file is all there is; PostgreSQL itself judges a stale one. */
async function endByPidFile(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  // The shell that watches the hub's pipe ends an orphan by itself: give it the time.
  for (let waited = 0; waited < 5_000 && pid > 0 && existsSync(file) && alive(pid); waited += 50)
    await sleep(50);
}

/** Whether a process with this number exists. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}
