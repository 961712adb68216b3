// `npm run bench`: what the hub costs beside its peers, on real PostgreSQL in one run. A table on stdout and bench.json beside package.json.
// --part list,policy,home,history,lists,imports,replays,audit,starts chooses parts, --sizes S,L the districts of the home page (the past and the
// lists take the last of them), --rounds and --seconds how long lists are asked,
// --rows and --workbook-rows how much is imported, --replay-rows how much is told anew, --audit-rows how much is verified.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureAudit } from './audit.ts';
import { homeSizes, measureHome, type HomeSize } from './home.ts';
import { measureImports } from './imports.ts';
import { listEmployers, measureList } from './list.ts';
import { measurePast } from './past.ts';
import { measurePolicy } from './policy.ts';
import { measureReplays } from './replays.ts';
import { report } from './report.ts';
import { starts } from './starts.ts';

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'list,policy,home,history,lists,imports,replays,audit,starts' },
    sizes: { type: 'string', default: 'S,L' },
    pages: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '3' },
    rows: { type: 'string', default: '1000000' },
    'workbook-rows': { type: 'string', default: '100000' },
    'audit-rows': { type: 'string', default: '1000000' },
    'replay-rows': { type: 'string', default: '100000' },
    'no-starts': { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const parts = values.part.split(',').filter(part => part !== 'starts' || !values['no-starts']);
const sizes = values.sizes.split(',').filter((size): size is HomeSize => size in homeSizes);
const note = (text: string): void => void process.stderr.write(`  ${text}\n`);

const results: { text: string; met: boolean; result: object }[] = [];
if (parts.includes('list') || parts.includes('starts')) {
  const options = { rounds: Number(values.rounds), seconds: Number(values.seconds) };
  const figures = parts.includes('list') ? await measureList(root, options, note) : [];
  results.push(
    report(figures, listEmployers, parts.includes('starts') ? await starts(root, note) : undefined),
  );
}
if (parts.includes('policy')) {
  results.push(await measurePolicy(root, Number(values.rounds), note));
}
if (parts.includes('home')) {
  const { result, ...home } = await measureHome(root, sizes, Number(values.pages), note);
  results.push({ ...home, result: { home: result } });
}
const past = { history: parts.includes('history'), lists: parts.includes('lists') };
if (past.history || past.lists) {
  results.push(...(await measurePast(root, homeSizes[sizes.at(-1) ?? 'L'], past, note)));
}
if (parts.includes('imports')) {
  const amount = { rows: Number(values.rows), workbookRows: Number(values['workbook-rows']) };
  const { result, ...imports } = await measureImports(root, amount, note);
  results.push({ ...imports, result: { imports: result } });
}
if (parts.includes('replays')) {
  const { result, ...replays } = await measureReplays(root, Number(values['replay-rows']), note);
  results.push({ ...replays, result: { replays: result } });
}
if (parts.includes('audit')) {
  results.push(await measureAudit(root, Number(values['audit-rows']), Number(values.seconds) * 3, note));
}
process.stdout.write(results.map(({ text }) => text).join(''));
const met = results.every(one => one.met);
writeFileSync(
  fileURLToPath(new URL('../../bench.json', import.meta.url)),
  `${JSON.stringify({ ...Object.assign({}, ...results.map(({ result }) => result)), met }, null, 2)}\n`,
);
process.exitCode = met ? 0 : 1;
