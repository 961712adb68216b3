import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { systemViewer } from '../../../server/src/access/viewer.ts';
import { writeWorkbook, type SheetText } from '../../ingest/support.ts';
import type { RunningHub } from '../../server/hub.ts';
import { attack, type Outcome } from './attack.ts';
import { askAll, questions, toldBy, type Answer } from './published.ts';
import { anyDistrict, type SmallDistrict } from './random-disputes.ts';

/** As many as have years of their own, with one between, before today. */
export const mostDistricts = 8;

/** Sends sheets in as a department would. */
export async function sendSheets(hub: RunningHub, sheets: readonly SheetText[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hexie-attack-'));
  const path = join(folder, 'file.xlsx');
  await writeWorkbook(path, sheets);
  const file = { path, fileName: 'file.xlsx', origin: 'CLI' } as const;
  const { refusal, reports } = await hub.services.ingest.importFile(systemViewer('cli'), file, {});
  rmSync(folder, { recursive: true });
  if (refusal || reports.some(({ rejected }) => rejected))
    throw new Error(JSON.stringify([refusal, reports]));
}

/** Imports random districts, each in two years of its own, and attacks them one by one as a member of the council. */
export async function attackDistricts(hub: RunningHub, count: number, seed: number): Promise<Outcome[]> {
  const districts = Array.from({ length: Math.min(count, mostDistricts) }, (_, i) => {
    const [district] = fc.sample(anyDistrict(i + 1, 2001 + i * 3), { numRuns: 1, seed: seed * 1000 + i });
    return district as SmallDistrict;
  });
  const sheets = [0, 1].map(at => {
    const parts = districts.map(one => one.sheets[at] as SheetText);
    return { ...(parts[0] as SheetText), rows: parts.flatMap(({ rows }) => rows) };
  });
  await sendSheets(hub, sheets);
  const token = await hub.token('MEMBER');
  const outcomes: Outcome[] = [];
  for (const { cases, first } of districts) {
    const asked = questions(cases, first);
    const answers = await askAll(hub, token, asked);
    const told = asked.flatMap((one, i) => toldBy(cases, `${first}-01-01`, one, answers[i] as Answer));
    outcomes.push(attack(cases, told));
  }
  return outcomes;
}
