import { addDays } from '../kernel/days.ts';
import { usccCheckCharacter } from '../kernel/uscc.ts';
import type { Random } from './random.ts';

const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];

/** The sixty terms of the stem-branch cycle: no firm or person is called by them, so every name is plainly invented. */
export const cycle = Array.from({ length: 60 }, (_, i) => `${stems[i % 10]}${branches[i % 12]}`);

/** Words of trade by industry section or division; combined with the cycle they name the employers. */
export const trades: Record<string, readonly string[]> = {
  C36: ['汽车零部件', '汽车内饰', '车身冲压', '汽车座椅', '底盘科技', '汽车电子', '车灯', '新能源汽车部件'],
  C33: ['金属制品', '模具', '紧固件'],
  C29: ['橡塑', '密封件'],
  C35: ['专用设备', '自动化装备'],
  C38: ['电气', '线束'],
  C13: ['食品', '螺蛳粉食品'],
  E: ['建筑工程', '建筑劳务', '装饰工程', '机电安装'],
  F: ['商贸', '汽车销售', '五金机电', '超市', '建材经营部', '便利店'],
  G: ['物流', '运输', '仓储', '供应链'],
  H: ['餐饮', '酒店', '饭店', '小吃店'],
  I: ['信息技术', '软件', '网络科技'],
  J: ['融资担保'],
  K: ['置业', '物业服务'],
  L: ['人力资源', '商务服务', '设备租赁', '保安服务'],
  M: ['检测技术', '工程设计', '技术咨询'],
  N: ['环境服务', '园林绿化'],
  O: ['汽车维修', '家政服务', '美容店'],
  P: ['职业培训学校', '幼儿园'],
  Q: ['口腔诊所', '体检门诊部'],
};

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻'];

/** An invented person: a surname and a term of the cycle. */
export function personName(random: Random): string {
  return random.pick(surnames) + (random.chance(0.7) ? random.pick(cycle) : random.pick(stems));
}

/** A number in the range 140…, which no operator hands out to the public. */
export function phoneNumber(random: Random): string {
  return `14000${String(random.int(0, 999_999)).padStart(6, '0')}`;
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The identity number of the nth invented person (GB 11643), in the division 450299 that does not exist. */
export function idNumber(serial: number): string {
  const born = addDays('1966-01-01', (serial * 7919) % 14_600).replaceAll('-', '');
  const first17 = `450299${born}${String(Math.floor(serial / 14_600) + 100)}`;
  const sum = idWeights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return first17 + ('10X98765432'[sum % 11] ?? '');
}

const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A valid code with the division code 450299, which does not exist: no real employer can be hit. */
export function syntheticUscc(kind: string, serial: number): string {
  let digits = '';
  for (let rest = serial; digits.length < 6; rest = Math.floor(rest / 31))
    digits = codeAlphabet[rest % 31] + digits;
  return withChecks(`${kind}450299MA${digits}`);
}

function withChecks(first16: string): string {
  const factors = [3, 7, 9, 10, 5, 8, 4, 2];
  const value = (c: string): number => (/\d/.test(c) ? Number(c) : c.charCodeAt(0) - 55);
  const sum = factors.reduce((total, factor, i) => total + factor * value(first16[8 + i] ?? '0'), 0);
  const check = 11 - (sum % 11);
  const first17 = first16 + (check === 10 ? 'X' : check === 11 ? '0' : String(check));
  return first17 + usccCheckCharacter(first17);
}
