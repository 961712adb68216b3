import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { settingRefusal } from '../refusal.ts';

/** HUB_SECRET, or the one that the embedded default keeps in its data folder and makes on the first start. */
export function hubSecret(config: Config): string {
  if (config.database.kind === 'url') return config.secret ?? '';
  const file = join(config.dataDir, 'secret');
  if (!existsSync(file)) {
    const secret = config.secret ?? randomBytes(36).toString('base64url');
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  }
  const kept = readFileSync(file, 'utf8').trim();
  // Another secret could read none of the personal values that are already there.
  if (config.secret !== undefined && config.secret !== kept) {
    throw settingRefusal(
      'HUB_SECRET',
      '与数据目录中已有的密钥不同',
      'differs from the one the data folder was made with',
    );
  }
  return kept;
}
