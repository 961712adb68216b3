import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sources } from '../../server/src/catalogue/sources.ts';
import type { Column, Source } from '../../server/src/ingest/define-source.ts';
import { ruleOf } from '../../server/src/ingest/templates/column-rules.ts';
import { choicesOf, wordOf } from '../../server/src/ingest/templates/choices.ts';
import { exampleOf } from '../../server/src/ingest/templates/column-rules.ts';
import { FormCatalogue } from '../../server/src/ingest/templates/form-catalogue.ts';
import { runProgram } from '../support/hub-process.ts';
import { startHub, type RunningHub } from '../server/hub.ts';
import { readPath } from './reading.ts';
import { uscc } from './support.ts';

const catalogue = new FormCatalogue(sources);
const folder = mkdtempSync(join(tmpdir(), 'hexie-templates-'));
let hub: RunningHub;
beforeAll(async () => (hub = await startHub()));
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

/** A cell as a clerk fills it in, for any column of any form. */
function filled({ field, kind, words }: Column): string | number | Date {
  if (/Ends|To$|closedOn|terminatedOn|revoked|dissolved/i.test(field)) return '';
  if (kind === 'WORD') return choicesOf(words)[0] ?? '甲';
  const values: Partial<Record<Column['kind'], string | number | Date>> = {
    USCC: uscc(1), DAY: new Date('2022-06-07T00:00:00Z'), MOMENT: new Date('2022-06-07T09:30:00Z'),
    INTEGER: 1, DECIMAL: 1, MONEY: 1, FLAG: '是', ID_NUMBER: '11010119900307001X', DIGEST: 'a'.repeat(64), DEADLINE: '15日',
  }; // prettier-ignore
  return values[kind] ?? '甲';
}

async function fill(source: Source, name: string): Promise<string> {
  const { bytes } = await catalogue.template(source);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('an empty template');
  sheet.getCell('B1').value = new Date('2022-06-30T00:00:00Z');
  source.columns.forEach((column, i) => {
    if (column.required) sheet.getCell(4, i + 2).value = filled(column);
  });
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
}

describe.each(sources)('the template of form $form', source => {
  test('comes back recognised, its example and notes aside, under its day of report', async () => {
    const sheets = await readPath(await fill(source, `${source.form}.xlsx`), `${source.form}.xlsx`);
    expect(sheets).toHaveLength(1);
    const [read] = sheets;
    expect(read?.sheet).toMatchObject({
      form: source.form,
      statedOn: '2022-06-30',
      unknownColumns: [],
      issues: [],
    });
    expect(read?.sheet.columns).toEqual(expect.arrayContaining(source.columns.map(column => column.field)));
    expect(read?.rows.map(row => row.row)).toEqual([4]);
    const unreadable = read?.rows[0]?.issues.filter(one =>
      /UNREADABLE|INVALID|UNKNOWN|LENGTH|CHECK/.test(one.code),
    );
    expect(unreadable?.filter(one => one.column !== '身份证号')).toEqual([]);
  });

  test('has a list to pick from, and formats that keep codes whole', async () => {
    const book = new ExcelJS.Workbook();
    const { bytes, fileName } = await catalogue.template(source);
    expect(fileName).toBe(`${source.form}-${source.title.zh}.xlsx`);
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    const sheet = book.worksheets[0];
    source.columns.forEach((column, i) => {
      const cell = sheet?.getCell(6, i + 2);
      if (column.kind === 'USCC' || column.kind === 'ID_NUMBER')
        expect(sheet?.getColumn(i + 2).numFmt).toBe('@');
      const picks = column.kind === 'FLAG' || choicesOf(column.words).length > 0;
      if (picks) expect(cell?.dataValidation).toMatchObject({ type: 'list' });
      expect(sheet?.getCell(2, i + 2).value).toBe(column.header);
      expect(sheet?.getCell(2, i + 2).note).toBeTruthy();
    });
    expect(sheet?.getCell('A3').value).toBe('示例');
    expect(book.worksheets.map(one => one.name)).toContain('填报说明');
  });

  test('shows an example that the form itself would take, of a synthetic code', async () => {
    const example = source.columns.map(exampleOf);
    source.columns.forEach(({ kind }, i) => {
      if (kind === 'USCC') expect(example[i]).toMatch(/^91450299/);
    });
    const path = join(folder, `${source.form}.csv`);
    const told = example.map(one => (one instanceof Date ? one.toISOString().slice(0, 10) : one));
    writeFileSync(path, `${source.columns.map(column => column.header).join('\t')}\n${told.join('\t')}\n`);
    const [read] = await readPath(path, 'example.csv');
    const found = read?.rows.flatMap(row => row.issues.map(one => `${one.column} ${one.code}`));
    // Nobody's identity number is shown.
    expect(found?.filter(text => !text.startsWith('身份证号'))).toEqual([]);
  });

  test('every word offered is one that the form reads, and a code has its word', () => {
    for (const { words } of source.columns) {
      if (!words) continue;
      for (const word of choicesOf(words)) {
        const value = words.read(word)?.value ?? '';
        expect(words.read(wordOf(words, value))?.value).toBe(value);
      }
      expect(wordOf(words, 'NO_SUCH_CODE')).toBe('NO_SUCH_CODE');
    }
  });
});

test('the words to choose from are told apart, though some hold a comma themselves', () => {
  const columns = sources.flatMap(source => source.columns.filter(one => choicesOf(one.words).length > 1));
  expect(columns.some(one => choicesOf(one.words).some(word => word.includes('、')))).toBe(true);
  for (const column of columns) {
    const told = ruleOf(column).zh.replace(/^.*：/, '').replace(/。$/, '');
    expect(told.split('；')).toEqual(choicesOf(column.words));
  }
});

test('the forms are told by GraphQL and their templates by HTTP, to those who import', async () => {
  const token = await hub.token('INDUSTRY');
  const ask = `{ forms { form title owner templateUrl columns { header field required personal kind synonyms choices rule } } }`;
  const { data } = await hub.graphql(ask, { token });
  const forms = data?.['forms'] as {
    form: string;
    templateUrl: string;
    columns: { header: string; choices: string | null }[];
  }[];
  expect(forms.map(one => one.form)).toEqual(sources.map(source => source.form));
  expect(forms[0]?.columns[2]).toMatchObject({
    header: '所属区域',
    choices: '雒容镇、洛埠镇、新区核心区',
    personal: false,
  });
  for (const { templateUrl } of forms) {
    const response = await fetch(hub.origin + templateUrl, { headers: { authorization: `Bearer ${token}` } });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('spreadsheetml'),
    ]);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''/,
    );
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  }
  const get = (path: string, who?: string) =>
    fetch(hub.origin + path, who ? { headers: { authorization: `Bearer ${who}` } } : {});
  expect((await get('/api/forms/Z.xlsx', token)).status).toBe(404);
  expect((await get('/api/forms/E.xlsx')).status).toBe(401);
  expect((await get('/api/forms/E.xlsx', await hub.token('LEADER'))).status).toBe(403);
});

test('the command line tells the forms and writes a template, over nothing that is there', async () => {
  const run = async (...args: string[]) => {
    const { child, stdout, stderr, ended } = await runProgram('cli', ['forms', ...args], {
      INIT_CWD: folder,
    });
    child.stdin?.end();
    return { code: (await ended).code, stdout: stdout(), stderr: stderr() };
  };
  const told = await run('--json');
  expect(told.stderr).toBe('');
  expect((JSON.parse(told.stdout) as { form: string }[]).map(one => one.form)).toEqual(
    sources.map(source => source.form),
  );
  const out = join(folder, 'empty.xlsx');
  const written = await run('--template', 'E', '--out', out, '--json');
  expect([written.code, JSON.parse(written.stdout)]).toEqual([0, { form: 'E', file: out }]);
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  const again = await run('--template', 'E', '--out', out);
  expect([again.code, again.stdout]).toEqual([1, '']);
  expect(again.stderr).toContain('未覆盖');
  expect((await run('--template', 'Q')).code).toBe(2);
});
