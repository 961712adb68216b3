import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
let token: string;
beforeAll(async () => {
  hub = await startHub();
  token = await hub.token('LEADER');
});
afterAll(() => hub.close());

const body = JSON.stringify({ query: 'subscription { metricChanged { keys } }' });

/** Opens a stream on a bare line, waits for its first bytes, and is gone without a word. */
function openAndVanish(): Promise<void> {
  const { port } = new URL(hub.origin);
  return new Promise((resolve, reject) => {
    const line = connect(Number(port), '127.0.0.1', () => {
      line.write(
        `POST /graphql/stream HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\naccept: text/event-stream\r\n` +
          `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
    });
    line.on('error', reject);
    line.once('data', () => {
      line.resetAndDestroy();
      resolve();
    });
  });
}

describe('a reader who is gone without a word', () => {
  test('leaves no stream, no timer and no listener behind, however often it happens', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter(kind => kind === 'Timeout').length;
    const before = timers();
    for (let round = 0; round < 40; round++) {
      await Promise.all(Array.from({ length: 10 }, openAndVanish));
      // Twenty streams are one caller's most: those of the last round must have been let go to open these.
      await sleep(20);
    }
    // Each stream has three timers of its own; the few that are new are those of the database's idle lines.
    await expect.poll(timers, { timeout: 5_000 }).toBeLessThan(before + 20);
  });
});
