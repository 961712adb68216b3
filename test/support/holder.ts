import { readConfig } from '../../server/src/app/config.ts';
import { createDatabase } from '../../server/src/app/database/index.ts';
import { messageLine } from '../../server/src/app/message-line.ts';

// Holds a data folder as the hub does, without everything a hub has on top; for tests of starting and stopping.
try {
  const opened = await createDatabase(readConfig(), { kind: 'serve', log: line => console.error(line) });
  const { pid, socketDir } = opened.embedded ?? { pid: 0, socketDir: '' };
  const end = async (): Promise<void> => {
    await opened.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end());
  console.log(`READY ${JSON.stringify({ serverPid: pid, socketDir })}`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.error(messageLine(error));
  process.exit(1);
}
