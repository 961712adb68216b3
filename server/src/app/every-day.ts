import { messageLine } from './message-line.ts';

const often = 6 * 60 * 60_000;

/** Runs a chore of the house now and several times a day; one that fails is told and tried again the next time. */
export function everyDay(
  chore: () => Promise<unknown>,
  log: (line: string) => void,
): { readonly stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const run = (): void => {
    running = chore().catch((error: unknown) => log(messageLine(error)));
  };
  run();
  const timer = setInterval(run, often).unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
