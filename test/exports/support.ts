import ExcelJS from 'exceljs';
import { goldenWorld } from '../golden/world.ts';
import { startHub, type RunningHub } from '../server/hub.ts';
import type { Role } from '../../server/src/access/roles.ts';

/** A hub that answers from the small district of the golden answers. */
export async function exportHub(): Promise<RunningHub> {
  const hub = await startHub();
  await goldenWorld(hub.owner);
  return hub;
}

const tokens = new WeakMap<RunningHub, Map<Role, Promise<string>>>();

/** A role's token, made once for a hub. */
export function tokenOf(hub: RunningHub, role: Role): Promise<string> {
  const own = tokens.get(hub) ?? new Map<Role, Promise<string>>();
  tokens.set(hub, own);
  const made = own.get(role) ?? hub.token(role);
  own.set(role, made);
  return made;
}

/** Asks for a file as a role's token. */
export async function fetchExport(
  hub: RunningHub,
  role: Role,
  path: string,
  parameters: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  const given = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const query = new URLSearchParams(given as [string, string][]).toString();
  return fetch(`${hub.origin}/api/export/${path}${query ? `?${query}` : ''}`, {
    headers: { authorization: `Bearer ${await tokenOf(hub, role)}`, ...headers },
  });
}

/** The lines of a CSV file as cells, the mark in front taken off; quoted cells as they were. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ['', false];
  const body = text.replace(/^\uFEFF/, '');
  for (let i = 0; i < body.length; i++) {
    const c = body[i] ?? '';
    if (quoted) {
      if (c !== '"') cell += c;
      else if (body[i + 1] === '"') cell += body[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') [cell] = [(rows.at(-1)?.push(cell), '')];
    else if (c === '\r' && body[i + 1] === '\n') {
      rows.at(-1)?.push(cell);
      [cell] = [''];
      i++;
      rows.push([]);
    } else cell += c;
  }
  return rows.slice(0, -1);
}

type Asked = Parameters<typeof fetchExport> extends [unknown, ...infer Rest] ? Rest : never;

/** Asks a hub for a file, and reads it as CSV. */
export const csvFrom =
  (hub: () => RunningHub) =>
  async (...asked: Asked): Promise<{ response: Response; text: string; rows: string[][] }> => {
    const response = await fetchExport(hub(), ...asked);
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    return { response, text, rows: readCsv(text) };
  };

/** The workbook in an answer. */
export async function readBook(response: Response): Promise<ExcelJS.Workbook> {
  if (response.status !== 200) throw new Error(await response.text());
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  return book;
}
