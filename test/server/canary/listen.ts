import { subscribe } from '../../ingest/follow.ts';
import type { RunningHub } from '../hub.ts';
import type { Actor } from './actors.ts';
import type { Recorder } from './recorder.ts';

const changed = 'subscription { metricChanged { keys knownAt } }';
const progress = 'subscription($id: ID!) { importProgress(id: $id) { __typename } }';

/** Follows every event as every program, and as nobody, while something happens. */
export async function listen(hub: RunningHub, actors: readonly Actor[], recorder: Recorder, happen: () => Promise<unknown>): Promise<void> {
  const followed = await Promise.all(
    actors.filter(one => one.kind !== 'PERSON').flatMap(({ name, headers }) => {
      const token = headers['authorization'] ?? null;
      return [subscribe(hub.origin, token, changed).then(stream => ({ name, about: 'subscription metricChanged', stream }))];
    }),
  );
  await happen();
  await Promise.all(
    followed.map(async ({ name, about, stream }) => {
      const event = await Promise.race([stream.next(), new Promise(resolve => setTimeout(resolve, 3_000, null))]);
      recorder.look(name, 'events', about, `${stream.text}\n${JSON.stringify(event)}`);
      stream.close();
    }),
  );
  void progress;
} // prettier-ignore
