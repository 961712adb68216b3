import type { HomeDistrict } from './home-seed.ts';
import { seedHome } from './home-seed.ts';
import { send, type PageServer } from './home-load.ts';
import type { PageRequest } from './home-questions.ts';
import { historyQuestions } from './history-questions.ts';
import { seedHistory } from './history-seed.ts';
import { openHub } from './hub.ts';
import { listQuestions } from './list-questions.ts';
import { reportHistory, reportLists, type Timed } from './past-report.ts';
import { connected } from './seed.ts';

/** What is measured over one district with a history. */
export interface PastParts {
  readonly history: boolean;
  readonly lists: boolean;
}

/** Every figure and list as it was known, and every list by every field in every order, over a corrected district. */
export async function measurePast(
  root: string,
  district: HomeDistrict,
  parts: PastParts,
  note: (text: string) => void,
): Promise<{ text: string; met: boolean; result: object }[]> {
  const hub = await openHub(root, 'past');
  try {
    note('a district and its corrections: seeding');
    await connected(hub.owner, async client => {
      await seedHome(client, district);
      await seedHistory(client);
    });
    const server: PageServer = { name: 'Hexie Hub', url: hub.url, headers: hub.headers, requests: [] };
    const results = [];
    if (parts.history) {
      const asked = [
        ...(await historyQuestions(server, 'first')),
        ...(await historyQuestions(server, 'middle')),
      ];
      note(`the past: ${asked.length} questions`);
      results.push(reportHistory(district, await timed(server, asked, 5000)));
    }
    if (parts.lists) {
      const { plain, inEveryOrder } = await listQuestions(server);
      note(`lists by every field: ${plain.length} questions`);
      const first = await timed(server, plain, 1000);
      const slowest = Map.groupBy(first, ({ question }) => `${question.list} ${question.filter}`);
      const ordered = inEveryOrder([...slowest.values()].map(all => worstOf(all).question));
      note(`lists by every field in every order: ${ordered.length} questions`);
      results.push(reportLists(district, [...first, ...(await timed(server, ordered, 1000))]));
    }
    return results;
  } finally {
    await hub.stop();
  }
}

const worstOf = <Question>(all: readonly Timed<Question>[]): Timed<Question> =>
  all.reduce((worst, one) => (one.took > worst.took ? one : worst));

/** One question after the other; what is over the target is asked once more, for somebody else may have held it up. */
async function timed<Question extends PageRequest>(
  server: PageServer,
  questions: readonly Question[],
  target: number,
): Promise<Timed<Question>[]> {
  const once = async (question: Question): Promise<number> => {
    const began = performance.now();
    await send(server, question);
    return performance.now() - began;
  };
  const results: Timed<Question>[] = [];
  for (const question of questions) {
    const took = await once(question);
    results.push({ question, took: took > target ? Math.min(took, await once(question)) : took });
  }
  return results;
}
