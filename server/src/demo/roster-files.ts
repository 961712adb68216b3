import type { Day } from '../kernel/days.ts';
import { codeWriter, countWriter, dayWriter, nameWriter } from './dirt.ts';
import type { Employer } from './district.ts';
import type { Random } from './random.ts';
import { signature, type Cell, type FilePlan, type SheetPlan } from './sheet-plan.ts';

const towns = { LUORONG: '雒容镇', LUOBU: '洛埠镇', CORE: '新区核心区' };
const sizes = { LARGE: '大型', MEDIUM: '中型', SMALL: '小型', MICRO: '微型' };
const header = [
  '序号', '所属镇/片区', '统一社会信用代码', '企业名称', '国民经济行业', '企业规模', '经济类型', '法定代表人', '联系人', '联系电话',
  '职工人数（人）', '成立日期', '经营状态', '注销日期', '注册地址',
]; // prettier-ignore

/** The roster that 工信局 sends on one day: everybody founded by then, sorted by town with the town merged. */
export function rosterFile(
  random: Random,
  employers: readonly Employer[],
  statedOn: Day,
  last: boolean,
): FilePlan {
  const [day, count, code, name] = [
    dayWriter(random, last ? 0 : 5),
    countWriter(random),
    codeWriter(random),
    nameWriter(random),
  ];
  const listed = employers.filter(e => e.foundedOn <= statedOn);
  const sorted = [...listed].sort((a, b) => a.town.localeCompare(b.town) || a.uscc.localeCompare(b.uscc));
  const rows = sorted.map((e, i): Cell[] => {
    const closed = e.closedOn && e.closedOn <= statedOn ? e.closedOn : undefined;
    const suspended = last ? e.suspended : statedOn > '2024-01-01' && e.paused;
    const staff = last ? e.staff : Math.max(1, Math.round(e.staff * (0.9 + 0.15 * random.next())));
    return [
      i + 1, towns[e.town], code(e.uscc),
      name(e.formerName && e.renamedOn && statedOn < e.renamedOn ? e.formerName : e.name),
      e.division, random.chance(0.1) ? sizes[e.size].slice(0, 1) + '型' : sizes[e.size], e.registration, e.representative, e.contact, e.phone,
      count(staff), day(e.foundedOn), closed ? '注销' : suspended ? '停业' : random.pick(['存续', '在业', '开业', '存续']),
      closed ? day(closed) : null, e.address,
    ]; // prettier-ignore
  });
  if (!last) spoil(rows);
  const total: Cell[] = [
    '合计',
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    listed.reduce((s, e) => s + e.staff, 0),
  ];
  const sheet: SheetPlan = {
    name: '企业名录',
    titles: ['柳东新区企业名录（演示）', `单位：柳东新区工信局　填报日期：${statedOn.replace(/-0?/g, '.')}`],
    header, rows, mergedColumn: 1, footer: [total, ...signature('演示员')],
  }; // prettier-ignore
  return { fileName: `企业名录_${statedOn.replaceAll('-', '')}.xlsx`, sheets: [sheet] };
}

/** What goes wrong in an older list and is right in the next: an impossible day, an estimate, a code that Excel rounded. */
function spoil(rows: Cell[][]): void {
  const put = (row: number, column: number, cell: Cell): void => {
    const cells = rows[Math.floor(row * rows.length)];
    if (cells) cells[column] = cell;
  };
  put(0.31, 11, '2019-2-30');
  put(0.47, 10, '约30人');
  put(0.63, 2, '9.1450299E+17');
}
