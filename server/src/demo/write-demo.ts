import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, type Day } from '../kernel/days.ts';
import { certificationFile } from './certification-files.ts';
import { makeCertifications, type CertificationRecord } from './certifications.ts';
import { disputeFiles } from './dispute-files.ts';
import { makeDisputes, type DisputeRecord } from './disputes.ts';
import { encodeGbk } from './gbk.ts';
import { makeEmployers, type Employer } from './district.ts';
import { Random } from './random.ts';
import { rosterFile } from './roster-files.ts';
import type { FilePlan } from './sheet-plan.ts';
import { unionFile } from './union-files.ts';
import { makeUnions, type UnionRecord } from './unions.ts';
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

/** The truth behind the files: what every department would know if its tables were clean. */
export interface District {
  readonly employers: readonly Employer[];
  readonly unions: readonly UnionRecord[];
  readonly certifications: readonly CertificationRecord[];
  readonly disputes: readonly DisputeRecord[];
  /** The days of the rosters and of the union's tables, oldest first. */
  readonly rosterDays: readonly Day[];
  readonly unionDays: readonly Day[];
}

type Seeded = Omit<DemoOptions, 'out'>;
const part = (seed: number, number: number): Random => new Random(seed * 1009 + number);

/** Invents the district: employers first, then what became of them. */
export function makeDistrict({ employers: count, seed, until }: Seeded): District {
  const employers = makeEmployers(part(seed, 1), count, until);
  const earlier = (day: Day): boolean => day < addDays(until, -60);
  return {
    employers,
    unions: makeUnions(part(seed, 2), employers, until),
    certifications: makeCertifications(part(seed, 3), employers, until),
    disputes: makeDisputes(part(seed, 4), employers, until),
    rosterDays: [...['2022-06-30', '2024-12-31'].filter(earlier), addDays(until, -36)],
    unionDays: [...['2023-06-30'].filter(earlier), addDays(until, -42)],
  };
}

/** The files of an invented district, in the order in which the departments would have sent them. */
export function planDemo(options: Seeded): FilePlan[] {
  const { employers, unions, certifications, disputes, rosterDays, unionDays } = makeDistrict(options);
  const { seed, until } = options;
  return [
    ...rosterDays.map((day, i) =>
      rosterFile(part(seed, 10 + i), employers, day, i === rosterDays.length - 1),
    ),
    ...unionDays.map((day, i) => unionFile(part(seed, 20 + i), unions, day)),
    certificationFile(part(seed, 30), certifications, addDays(until, -5)),
    ...disputeFiles(part(seed, 40), disputes, addDays(until, -2)),
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
