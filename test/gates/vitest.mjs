import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, tool } from './shell.mjs';

/** Which shelf a test file stands on, for the summary. */
function shelf(file) {
  const path = relative(root, file).replaceAll('\\', '/');
  const place = /^test\/([^/]+)\//.exec(path)?.[1];
  return place ?? `${path.split('/')[0]} (beside the code)`;
}

function summarise(report) {
  const shelves = new Map();
  let failedFiles = 0;
  for (const file of report.testResults ?? []) {
    const count = shelves.get(shelf(file.name)) ?? { passed: 0, failed: 0, skipped: 0 };
    for (const test of file.assertionResults) {
      if (test.status === 'passed') count.passed++;
      else if (test.status === 'failed') count.failed++;
      else count.skipped++;
    }
    // A file that could not even be loaded has no tests; it is a failure all the same.
    if (file.status === 'failed' && !file.assertionResults.some(t => t.status === 'failed')) {
      failedFiles++;
      count.failed++;
    }
    shelves.set(shelf(file.name), count);
  }
  return { shelves, failedFiles };
}

/** Every test of the workspace in one run of Vitest, in an odd time zone; the figures come from its JSON report. */
export async function vitest(filters) {
  const folder = await mkdtemp(join(tmpdir(), 'hexie-vitest-'));
  const file = join(folder, 'report.json');
  try {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters];
    const { ok } = await tool('vitest', args, {
      show: true,
      env: { TZ: 'Pacific/Chatham', FORCE_COLOR: '0' },
    });
    const report = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
    const { shelves, failedFiles } = summarise(report);
    const passed = report.numPassedTests ?? 0;
    let failed = (report.numFailedTests ?? 0) + failedFiles;
    if (passed + failed === 0) failed = 1; // nothing ran: that is no success
    if (!ok && failed === 0) failed = 1; // an unhandled error outside every test
    return { passed, failed, shelves };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
