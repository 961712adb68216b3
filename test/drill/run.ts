// `npm run drill`: thousands of hostile files, made from a seed, against the reader. A table of figures on stdout; 1 where one is missed.
// Then a thousand acts at once on one record. --files N (default 4000), --seed N, --minutes N (stop then, default 10),
// --only N (one file again), --racers N (default 1000; 0 leaves the races out),
// --districts N (attacks what is published of so many small districts, and does nothing else),
// --canaries (everybody asks for everything, and nothing else is done),
// --looks (every page by axe, the overviews beside their snapshots on a phone too, and nothing else).
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hostileCorpus } from '../ingest/hostile-corpus.ts';
import { soundLooks, attackedDistricts, keptCanaries } from './whole-tests.ts';
import { generated } from './generate.ts';
import { mutated, mutatedInside } from './mutate.ts';
import { races } from './races.ts';
import { Random } from './random.ts';
import { patience, Readers, type Verdict } from './readers.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '4000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '10' },
    only: { type: 'string' },
    racers: { type: 'string', default: '1000' },
    districts: { type: 'string' },
    canaries: { type: 'boolean', default: false },
    looks: { type: 'boolean', default: false },
  },
});
const memoryLimit = 512;
const seed = Number(values.seed);
const folder = mkdtempSync(join(tmpdir(), 'hexie-drill-'));
const path = join(folder, 'upload');
const readers = new Readers();
/** One of the longer tests alone, instead of the files and the races. */
const alone = values.districts !== undefined || values.canaries || values.looks;

interface Made {
  readonly family: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly length?: number | undefined;
}

/** The file of a number: the hand-made corpus first, then five parts of mutation to three of generation. */
async function make(n: number): Promise<Made> {
  const hand = hostileCorpus[n];
  if (hand) {
    const bytes = await hand.bytes();
    return { family: 'by hand', fileName: hand.fileName, bytes, length: hand.length };
  }
  const random = new Random(seed * 1_000_003 + n);
  const { kind, bytes } = await generated(random);
  const fileName = `file.${kind}`;
  if (n % 8 < 3) return { family: `generated .${kind}`, fileName, bytes };
  const inside = (kind === 'xlsx' || kind === 'ods') && random.chance(70);
  return {
    family: `mutated .${kind}`,
    fileName,
    bytes: inside ? mutatedInside(bytes, random) : mutated(bytes, random),
  };
}

interface Tally extends Record<Verdict['outcome'], number> {
  files: number;
  slowest: number;
  memory: number;
}
const tallies = new Map<string, Tally>();
const failures: string[] = [];
const empty = (): Tally => ({ files: 0, CLEAN: 0, REFUSED: 0, FAULT: 0, CRASH: 0, SLOW: 0, slowest: 0, memory: 0 }); // prettier-ignore

async function drill(n: number): Promise<void> {
  const { family, fileName, bytes, length } = await make(n);
  writeFileSync(path, bytes);
  if (length !== undefined) truncateSync(path, length);
  const verdict = await readers.read(path, fileName);
  const tally = tallies.get(family) ?? empty();
  tallies.set(family, tally);
  tally.files++;
  tally[verdict.outcome]++;
  tally.slowest = Math.max(tally.slowest, verdict.milliseconds);
  tally.memory = Math.max(tally.memory, verdict.megabytes);
  const wrong = !['CLEAN', 'REFUSED'].includes(verdict.outcome) || verdict.megabytes > memoryLimit;
  if (wrong) failures.push(`--seed ${seed} --only ${n} (${family}): ${verdict.outcome} ${verdict.detail}`);
  if (values.only !== undefined) process.stdout.write(`${family} ${verdict.outcome} ${verdict.detail}\n`);
}

function report(): void {
  const columns = ['files', 'CLEAN', 'REFUSED', 'FAULT', 'CRASH', 'SLOW'] as const;
  const line = (cells: readonly (string | number)[]): string =>
    `${String(cells[0]).padEnd(18)}${cells.slice(1).map(cell => String(cell).padStart(9)).join('')}\n`; // prettier-ignore
  const figures = (tally: Tally): (string | number)[] => [...columns.map(column => tally[column]), `${(tally.slowest / 1000).toFixed(1)} s`, `${Math.round(tally.memory)} MB`]; // prettier-ignore
  const total = empty();
  for (const tally of tallies.values()) {
    for (const column of columns) total[column] += tally[column];
    total.slowest = Math.max(total.slowest, tally.slowest);
    total.memory = Math.max(total.memory, tally.memory);
  }
  process.stdout.write(line(['hostile files', 'files', 'clean', 'refused', 'faults', 'crashes', 'slow', 'slowest', 'memory'])); // prettier-ignore
  for (const [family, tally] of [...tallies].sort(([a], [b]) => a.localeCompare(b)))
    process.stdout.write(line([family, ...figures(tally)]));
  process.stdout.write(line(['all', ...figures(total)]));
  process.stdout.write(`seed ${seed}; limits: ${patience / 1000} s and ${memoryLimit} MB a file, no fault, no crash\n`); // prettier-ignore
  for (const failure of failures.slice(0, 20)) process.stdout.write(`${failure}\n`);
}

try {
  const end = performance.now() + Number(values.minutes) * 60_000;
  if (values.districts !== undefined) {
    if (!(await attackedDistricts(Number(values.districts))))
      failures.push('a hidden number of persons was found');
  } else if (values.canaries) {
    if (!(await keptCanaries())) failures.push('a canary was found');
  } else if (values.looks) {
    if (!(await soundLooks())) failures.push('a page is not accessible, or does not look as it did');
  } else if (values.only !== undefined) await drill(Number(values.only));
  else for (let n = 0; n < Number(values.files) && performance.now() < end; n++) await drill(n);
  if (!alone) report();
  const racers = values.only === undefined && !alone ? Number(values.racers) : 0;
  const fair = racers === 0 || (await races(racers));
  process.exitCode = failures.length > 0 || !fair ? 1 : 0;
} finally {
  await readers.stop();
  rmSync(folder, { recursive: true, force: true });
}
