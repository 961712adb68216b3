import type { MadePerson } from '../access/people.service.ts';

/** What a start prints: where the hub is and how to get in. One-time passwords are shown here and nowhere else. */
export function welcome(address: string, people: readonly MadePerson[]): string {
  const lines = [
    '',
    '和谐劳动关系数据中枢已启动 / Hexie Hub is running',
    `  看板 dashboard  ${address}/`,
    `  GraphQL         ${address}/graphql`,
    '',
    ...(people.length > 0 ? firstPeople(people) : laterStart),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function firstPeople(people: readonly MadePerson[]): string[] {
  const width = Math.max(...people.map(one => one.username.length));
  return [
    '用以下一次性密码登录，登录后须修改；只显示这一次 / sign in with a one-time password, to be changed at once; shown only now',
    ...people.map(one => `  ${one.username.padEnd(width)}  ${one.password}  (${one.role})`),
    '前三个账号还须绑定验证器（TOTP）/ the first three also enrol an authenticator (TOTP)',
    '程序用令牌 / programs use a token:  npm run hub -- token add --name NAME --role ROLE',
  ];
}

const laterStart = [
  '用自己的账号登录；忘记密码 / sign in with your account; a lost password:  npm run hub -- user password NAME',
];
