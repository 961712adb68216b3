import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, type Day } from '../kernel/days.ts';
import { certificationFile } from './certification-files.ts';
import { makeCertifications } from './certifications.ts';
import { disputeFiles } from './dispute-files.ts';
import { makeDisputes } from './disputes.ts';
import { encodeGbk } from './gbk.ts';
import { makeEmployers } from './district.ts';
import { Random } from './random.ts';
import { rosterFile } from './roster-files.ts';
import type { FilePlan } from './sheet-plan.ts';
import { unionFile } from './union-files.ts';
import { makeUnions } from './unions.ts';
import { writeCsv, writeXlsx } from './workbook.ts';

export interface DemoOptions {
  /** Employers active on the last day; the closed ones come on top. */
  readonly employers: number;
  readonly seed: number;
  /** The last day that the departments know of. */
  readonly until: Day;
  /** Folder to write to; made if it is missing. */
  readonly out: string;
}

/** The files of an invented district, in the order in which the departments would have sent them. */
export function planDemo({ employers: count, seed, until }: Omit<DemoOptions, 'out'>): FilePlan[] {
  const of = (part: number): Random => new Random(seed * 1009 + part);
  const employers = makeEmployers(of(1), count, until);
  const unions = makeUnions(of(2), employers, until);
  const rosterDays = ['2022-06-30', '2024-12-31', addDays(until, -36)].filter(
    (day, i) => i === 2 || day < addDays(until, -60),
  );
  const unionDays = ['2023-06-30', addDays(until, -42)].filter(
    (day, i) => i === 1 || day < addDays(until, -60),
  );
  return [
    ...rosterDays.map((day, i) => rosterFile(of(10 + i), employers, day, i === rosterDays.length - 1)),
    ...unionDays.map((day, i) => unionFile(of(20 + i), unions, day)),
    certificationFile(of(30), makeCertifications(of(3), employers, until), addDays(until, -5)),
    ...disputeFiles(of(40), makeDisputes(of(4), employers, until), addDays(until, -2)),
  ];
}

/** Writes the district's workbooks and returns their paths; the same options give the same bytes. */
export async function writeDemo(options: DemoOptions): Promise<string[]> {
  await mkdir(options.out, { recursive: true });
  const paths: string[] = [];
  for (const file of planDemo(options)) {
    const path = join(options.out, file.fileName);
    await writeFile(path, await bytesOf(file));
    paths.push(path);
  }
  return paths;
}

async function bytesOf(file: FilePlan): Promise<Buffer> {
  const [first] = file.sheets;
  if (!file.fileName.endsWith('.csv') || !first) return writeXlsx(file.sheets);
  return encodeGbk(writeCsv(first));
}
