/** Settles when the process is asked to end: by a signal, however often, or because its launcher has vanished. */
export function onStop(asked: () => void): Promise<void> {
  return new Promise(resolve => {
    const stop = (): void => {
      asked();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    if (process.channel) {
      process.channel.unref();
      process.on('disconnect', stop);
    }
  });
}

/** Waits for the work, but no longer than this; what is not done by then is cut off. */
export async function within(milliseconds: number, work: Promise<unknown> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise(resolve => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([Promise.resolve(work).catch(() => undefined), late]);
  clearTimeout(timer);
}
