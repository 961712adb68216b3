import { pinyin } from 'pinyin-pro';
import { setImmediate } from 'node:timers/promises';
import { systemScope, type Database } from '../../kernel/database.ts';

/** A name as it sounds: its syllables run together, and their first letters. */
export interface Sound {
  readonly sound: string;
  readonly initials: string;
}

/** 柳州汽车 → liuzhouqiche, lzqc; letters and digits stand for themselves, other signs for nothing. */
export function soundOf(name: string): Sound {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map(syllable => syllable.toLowerCase().replace(/[^a-z0-9]/gu, ''))
    .filter(Boolean);
  const initials = syllables.map(syllable => (/\d/u.test(syllable) ? syllable : syllable.slice(0, 1)));
  return { sound: syllables.join(''), initials: initials.join('') };
}

/** Names sounded out between two turns of the event loop. */
const atOnce = 500;

/**
 * Sounds out the names that have none yet. It runs before a search by letters, so that neither an import nor a way of
 * writing names has to know of it; with nothing new it is one quick statement.
 */
export async function soundOutNewNames(database: Database): Promise<void> {
  const scope = systemScope('hub');
  const fresh = await database.read<{ name_key: string }>(
    scope,
    `select name_key from enterprise union select name_key from former_name except select name_key from name_sound`,
  );
  for (let from = 0; from < fresh.length; from += atOnce) {
    const names = fresh.slice(from, from + atOnce).map(row => row.name_key);
    const sounds = names.map(soundOf);
    await database.transaction(scope, query =>
      query(
        `insert into name_sound (name_key, sound, initials) select * from unnest($1::text[], $2::text[], $3::text[])
         on conflict do nothing`,
        [names, sounds.map(one => one.sound), sounds.map(one => one.initials)],
      ),
    );
    await setImmediate();
  }
}
