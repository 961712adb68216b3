import { readFileSync, readdirSync } from 'node:fs';

/** What one import took: seconds, the most memory of the hub and of its reader, and how long its event loop stood still. */
export interface Watched {
  readonly seconds: number;
  readonly hubMegabytes: number;
  readonly readerMegabytes: number;
  /** The delay that 99 of 100 moments stayed below, in milliseconds. */
  readonly delayP99: number;
}

/** What the system says of a process; nothing of one that has just ended. */
const fileOf = (pid: number | string, file: 'status' | 'cmdline'): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
};
const statusOf = (pid: number | string): string => fileOf(pid, 'status');
const megabytes = (status: string, field: string): number =>
  Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);

/** The reading processes that a hub has started. */
function readersOf(hub: number): string[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => new RegExp(`^PPid:\\s+${hub}$`, 'm').test(statusOf(pid)))
    .filter(pid => fileOf(pid, 'cmdline').includes('ingest-reader'));
}

/** The hub's own measure of its event loop since it was last asked. */
async function delayP99(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const seconds = /^nodejs_eventloop_lag_p99_seconds(?:\{[^}]*\})? ([\d.e+-]+)$/m.exec(text)?.[1];
  return Math.round(Number(seconds) * 1000);
}

/** Does the work and watches the hub meanwhile; memory is told on Linux alone. */
export async function watched(
  hub: { url: string; pid: number },
  work: () => Promise<void>,
): Promise<Watched> {
  const linux = process.platform === 'linux';
  let [hubMegabytes, readerMegabytes] = [0, 0];
  const look = (): void => {
    hubMegabytes = Math.max(hubMegabytes, megabytes(statusOf(hub.pid), 'VmRSS'));
    for (const pid of readersOf(hub.pid))
      readerMegabytes = Math.max(readerMegabytes, megabytes(statusOf(pid), 'VmHWM'));
  };
  await delayP99(hub.url);
  const begun = performance.now();
  const timer = linux ? setInterval(look, 250) : undefined;
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  const seconds = Number(((performance.now() - begun) / 1000).toFixed(1));
  return { seconds, hubMegabytes, readerMegabytes, delayP99: await delayP99(hub.url) };
}
