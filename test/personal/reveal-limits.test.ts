import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revealed, revealHub, type RevealHub } from './support.ts';

let hub: RevealHub;
let clerk: string;
beforeAll(async () => {
  hub = await revealHub();
  clerk = await hub.proven('HRSS');
});
afterAll(() => hub.close());

describe('what is asked', () => {
  it.each([
    ['a record without a number', { id: 'Contract:' }, 'NOT_FOUND'],
    ['a kind that is none', { id: 'Person:1' }, 'NOT_FOUND'],
    ['what every object has', { id: 'constructor:1' }, 'NOT_FOUND'],
    ['a value the kind does not have', { field: 'PHONE', purpose: 'CASE_HANDLING' }, 'BAD_USER_INPUT'],
    ['another purpose', { purpose: 'CONTACT' }, 'BAD_USER_INPUT'],
    ['no reason', { reason: '  ' }, 'BAD_USER_INPUT'],
    ['a reason without end', { reason: '字'.repeat(501) }, 'BAD_USER_INPUT'],
    [
      'a reason with an identity number',
      { reason: '核对４５０２９９１９９００１０１１２３６' },
      'BAD_USER_INPUT',
    ],
    ['a reason with a telephone number', { reason: '电话 138-1234-1234' }, 'BAD_USER_INPUT'],
    ['a case number that is a person', { caseNo: '450299199001011236' }, 'BAD_USER_INPUT'],
  ])('with %s is refused and not counted', async (_, input, code) => {
    const counted = 'select count(*)::int as n from reveal';
    const before = await hub.owner(counted);
    expect((await hub.reveal(clerk, input)).code).toBe(code);
    expect(await hub.owner(counted)).toEqual(before);
  });
});

describe('what breaks down in between', () => {
  it('leaves the entry and no value: the vault fails after the commit', async () => {
    const real = hub.services.vault.decrypt;
    const before = (await hub.trail('revealPersonalField')).length;
    hub.services.vault.decrypt = () => {
      throw new Error('the process died here');
    };
    try {
      const { code, data } = await hub.reveal(clerk);
      expect([code, data]).toEqual(['INTERNAL', null]);
    } finally {
      hub.services.vault.decrypt = real;
    }
    const entries = (await hub.trail('revealPersonalField')).slice(before);
    expect(entries.map(one => [one.outcome, one.object])).toEqual([
      ['DONE', 'Contract:1'],
      ['FAILED', expect.anything()],
    ]);
  });

  it('shows nothing where the trail cannot be written, and counts nothing', async () => {
    const counted = 'select count(*)::int as n from reveal';
    const before = await hub.owner(counted);
    await hub.owner('revoke insert (entry, mac) on audit_entry from hub_app');
    try {
      const { data, errors } = await hub.reveal(clerk);
      expect([data, errors.map(one => one.extensions.code)]).toEqual([null, ['UNAVAILABLE']]);
    } finally {
      await hub.owner('grant insert (entry, mac) on audit_entry to hub_app');
    }
    expect(await hub.owner(counted)).toEqual(before);
    expect(revealed(await hub.reveal(clerk))?.value).toBeTruthy();
  });
});

describe('the limit of the hour', () => {
  it('lets thirty pass of any number that race, each alias counting as one, and tells when to come again', async () => {
    const cookie = await hub.proven('HRSS');
    const one = `revealPersonalField(input: { id: "Contract:1", field: ID_NUMBER, purpose: IDENTITY_CHECK, reason: "核对" }) { value }`;
    const three = `mutation { a: ${one} b: ${one} c: ${one} }`;
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => hub.graphql(three, { headers: { cookie } })),
    );
    const texts = answers.map(answer => JSON.stringify(answer));
    const shown = texts.join().match(/"value":"\d{17}[\dX]"/g) ?? [];
    expect(shown.length).toBeLessThanOrEqual(30);
    // A refused alias takes its whole answer along, since the mutation's field is never null: what was counted was entered.
    const [row] = await hub.owner<{ n: number }>(
      `select count(*)::int as n from reveal where actor = (select actor from reveal order by id desc limit 1)`,
    );
    expect(row?.n).toBe(30);
    const last = await hub.reveal(cookie);
    expect(last.code).toBe('RATE_LIMITED');
    hub.wait(60 * 60_000 + 1000);
    const again = await hub.proven('HRSS');
    expect(revealed(await hub.reveal(again))?.revealsLeft).toBe(29);
  });
});
