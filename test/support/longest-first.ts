import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Test files that take longest, so that none of them is begun when all others are done. */
const longest = [
  'e2e/looks',
  'server/canary-oracle',
  'house/first-start',
  'e2e/',
  'ingest/hostile.',
  'access/command-line',
  'ingest/order',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const found = longest.findIndex(name => moduleId.includes(`/test/${name}`));
  return found < 0 ? longest.length : found;
};

/** The order of a run: what is known to take long goes first, also where no earlier run has told how long. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
