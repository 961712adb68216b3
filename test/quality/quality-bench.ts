import { Client } from '../golden/client.ts';
import { firm, openBench, roster, uscc, type ImportBench } from '../ingest/support.ts';

/** One disagreement as a reader sees it. */
export interface Issue {
  kind: string;
  text: string;
  nextStep: string;
  enterprise: { uscc: string };
  left: { form: string; says: string; sheet: string | null; row: number | null };
  right: { form: string; says: string; row: number | null } | null;
}

/** A database with twenty employers on its roster, and the disagreements found in it. */
export interface QualityBench {
  readonly bench: ImportBench;
  readonly client: Client;
  issues(known?: string): Promise<Issue[]>;
  kinds(known?: string): Promise<string[]>;
  /** The kinds of issues of each employer, by its number. */
  byEmployer(): Promise<Map<number, string[]>>;
}

/** Opens one on the first of September 2022. */
export async function openQuality(): Promise<QualityBench> {
  const bench = await openBench();
  const client = await Client.on(bench.hub, '2022-09-01');
  await bench.reports([roster(...Array.from({ length: 20 }, (_, i) => firm(i + 1)))]);
  const issues = async (known?: string): Promise<Issue[]> =>
    (
      await client.data<{ qualityIssues: { nodes: Issue[] } }>(
        `query ($known: DateTime) { qualityIssues(first: 100, asKnownAt: $known) { nodes { kind text nextStep enterprise { uscc }
        left { form says sheet row } right { form says row } } } }`,
        { known },
      )
    ).qualityIssues.nodes;
  return {
    bench,
    client,
    issues,
    kinds: async known => (await issues(known)).map(issue => issue.kind).sort(),
    async byEmployer() {
      const found = new Map<number, string[]>();
      for (const { kind, enterprise } of await issues()) {
        const n = Array.from({ length: 20 }, (_, i) => i + 1).find(i => uscc(i) === enterprise.uscc) ?? 0;
        found.set(n, [...(found.get(n) ?? []), kind].sort());
      }
      return found;
    },
  };
}
