import { createHash } from 'node:crypto';
import { found } from './canaries.ts';
import type { Place } from './may-stand.ts';
import { unzip } from './unzip.ts';

/** A canary where none may be. */
export interface Hit {
  readonly who: string;
  readonly channel: string;
  readonly about: string;
  readonly dress: string;
}

/** Looks at every byte that somebody receives, remembers where canaries stand, and counts what was tried. */
export class Recorder {
  readonly hits: Hit[] = [];
  readonly operations = new Set<string>();
  readonly roles = new Set<string>();
  readonly channels = new Set<string>();
  looks = 0;
  bytes = 0;
  readonly #seen = new Map<string, readonly string[]>();

  /** Looks at some bytes; the parts of a zip file are looked at unpacked as well. Gives back the dresses found. */
  look(who: string, channel: string, about: string, content: Buffer | string): readonly string[] {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.looks += 1;
    this.bytes += bytes.length;
    this.roles.add(who);
    this.channels.add(channel);
    this.operations.add(about);
    const key = createHash('sha1').update(bytes).digest('base64');
    let dresses = this.#seen.get(key);
    if (!dresses) {
      const parts = bytes.subarray(0, 2).toString('latin1') === 'PK' ? unzip(bytes) : [];
      dresses = [...new Set([bytes, ...parts].flatMap(found))];
      this.#seen.set(key, dresses);
    }
    for (const dress of dresses) this.hits.push({ who, channel, about, dress });
    return dresses;
  }

  /** Looks at an answer: its headers and its body. */
  async answer(who: string, channel: string, about: string, response: Response): Promise<{ status: number; text: string }> {
    const body = Buffer.from(await response.arrayBuffer());
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    this.look(who, 'response headers', about, `${response.status}\n${headers}`);
    this.look(who, channel, about, body);
    return { status: response.status, text: body.toString('utf8') };
  } // prettier-ignore

  /** Canaries that stand where none may. */
  leaks(places: readonly Place[]): Hit[] {
    return this.hits.filter(hit => !places.some(place => place.holds(hit)));
  }

  /** Hits told once for each place: `channel · about · dress: who`. */
  told(hits: readonly Hit[] = this.hits): string[] {
    const places = new Map<string, Set<string>>();
    for (const { who, channel, about, dress } of hits) {
      const place = `${channel} · ${about} · ${dress}`;
      places.set(place, (places.get(place) ?? new Set()).add(who));
    }
    return [...places].map(([place, who]) => `${place}: ${[...who].join(' ')}`).sort();
  }
}
