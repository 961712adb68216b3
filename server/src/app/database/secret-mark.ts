import { hkdfSync } from 'node:crypto';
import { settingRefusal } from '../refusal.ts';
import { withClient } from './with-client.ts';
import type { Endpoint } from './endpoint.ts';

/** What the database remembers of the secret it was made with: enough to know it again, nothing to derive keys from. */
const markOf = (secret: string): string =>
  Buffer.from(hkdfSync('sha256', secret, 'hexie-hub', 'secret mark', 32)).toString('base64url');

const find = `select value #>> '{}' as mark from setting where name = 'secretMark' order by id desc limit 1`;

/** Refuses a secret that could read none of the personal values in the database; leaves the mark on a new one. */
export async function checkSecret(endpoint: Endpoint, secret: string): Promise<void> {
  await withClient(endpoint.as('hub_owner'), async client => {
    const there = await client.query<{ there: boolean }>(
      `select to_regclass('public.setting') is not null as there`,
    );
    if (!there.rows[0]?.there) return;
    const mark = markOf(secret);
    const { rows } = await client.query<{ mark: string }>(find);
    if (!rows[0]) {
      const values = [JSON.stringify(mark)];
      await client.query(`insert into setting (name, value) values ('secretMark', $1)`, values);
    } else if (rows[0].mark !== mark) {
      throw settingRefusal(
        'HUB_SECRET',
        '与建立此数据库时所用的不同',
        'is not the one this database was made with',
      );
    }
  });
}
