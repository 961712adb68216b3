import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, type Day } from '../kernel/days.ts';
import { certificationFile } from './certification-files.ts';
import { contractFile, signingFile } from './contract-files.ts';
import { makeContracts, type ContractRecord } from './contracts.ts';
import { makeCertifications, type CertificationRecord } from './certifications.ts';
import { disputeFiles } from './dispute-files.ts';
import { makeDisputes, type DisputeRecord } from './disputes.ts';
import { filingFile } from './filing-files.ts';
import { makeFilings, type FilingRecord } from './filings.ts';
import { encodeGbk } from './gbk.ts';
import { makeEmployers, type Employer } from './district.ts';
import { inspectionFile } from './inspection-files.ts';
import { makeInspections, type InspectionRecord } from './inspections.ts';
import { Random } from './random.ts';
import { rosterFile } from './roster-files.ts';
import type { FilePlan } from './sheet-plan.ts';
import { unionFile } from './union-files.ts';
import { makeUnions, type UnionRecord } from './unions.ts';
import { writeCsv, writeXlsx } from './workbook.ts';

/** How large the district is, and when it is. */
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
  readonly contracts: readonly ContractRecord[];
  readonly filings: readonly FilingRecord[];
  readonly inspections: readonly InspectionRecord[];
  /** The days of the rosters and of the union's tables, oldest first. */
  readonly rosterDays: readonly Day[];
  readonly unionDays: readonly Day[];
}

/** One department is late with its table, the others are not: so the demo shows what a late source looks like. */
const filingAge = -36;

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
    contracts: makeContracts(part(seed, 5), employers, addDays(until, -3)),
    filings: makeFilings(part(seed, 6), employers, addDays(until, filingAge)),
    inspections: makeInspections(part(seed, 7), employers, addDays(until, -4)),
    rosterDays: [...['2022-06-30', '2024-12-31'].filter(earlier), addDays(until, -20)],
    unionDays: [...['2023-06-30'].filter(earlier), addDays(until, -42)],
  };
}

/** The files of an invented district, in the order in which the departments would have sent them. */
function planDemo(options: Seeded): FilePlan[] {
  const district = makeDistrict(options);
  const { employers, unions, certifications, disputes, rosterDays, unionDays } = district;
  const { seed, until } = options;
  return [
    ...rosterDays.map((day, i) =>
      rosterFile(part(seed, 10 + i), employers, day, i === rosterDays.length - 1),
    ),
    ...unionDays.map((day, i) => unionFile(part(seed, 20 + i), unions, day)),
    certificationFile(part(seed, 30), certifications, addDays(until, -5)),
    ...disputeFiles(part(seed, 40), disputes, addDays(until, -2)),
    filingFile(part(seed, 50), district.filings, addDays(until, filingAge)),
    inspectionFile(part(seed, 60), district.inspections, addDays(until, -4)),
    contractFile(part(seed, 70), district.contracts, addDays(until, -3)),
    signingFile(part(seed, 80), district.contracts, addDays(until, -1)),
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

async function bytesOf({ fileName, sheets, text = 'GBK' }: FilePlan): Promise<Buffer> {
  const [first] = sheets;
  if (!fileName.endsWith('.csv') || !first) return writeXlsx(sheets);
  if (text === 'GBK') return encodeGbk(writeCsv(first));
  if (text === 'UTF-8') return Buffer.from(`\ufeff${writeCsv(first)}`);
  return Buffer.from(`\ufeff${writeCsv(first, '\t')}`, 'utf16le');
}
