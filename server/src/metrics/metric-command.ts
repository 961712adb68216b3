import type { Viewer } from '../access/viewer.ts';
import { DomainError } from '../kernel/errors.ts';
import { metricArguments, type MetricOptions } from './metric-arguments.ts';
import { metricText } from './metric-text.ts';
import type { MetricAnswer, MetricService } from './metric.service.ts';

/** What the `metric` command of the command line works with. */
export interface MetricCommandDeps {
  readonly metrics: MetricService;
  readonly viewer: Viewer;
  /** The sources behind an answer, as GraphQL gives them. */
  sources(viewer: Viewer, answer: MetricAnswer): Promise<readonly object[]>;
  /** Writes the answer: the value as JSON, or what the function makes of it. */
  answer<Value>(value: Value, text: (value: Value) => string): Promise<void>;
  /** Writes a line for the person at the terminal. */
  say(line: string): void;
  /** Sets columns of equal width. */
  table(header: readonly string[], rows: readonly (readonly unknown[])[]): string;
}

/** Runs `metric KEY …`; exit status 2 for arguments that cannot be read or contradict each other. */
export async function metricCommand(
  deps: MetricCommandDeps,
  key: string,
  options: MetricOptions,
): Promise<number> {
  const { metrics, viewer } = deps;
  try {
    const answer = await metrics.metric(viewer, metricArguments(key, options));
    const whole = { ...answer, sources: await deps.sources(viewer, answer) };
    await deps.answer(whole, () => metricText(answer, viewer.language, deps.table));
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'BAD_USER_INPUT') throw error;
    const reasons = Object.values(error.fields ?? { '': error.text });
    // Two arguments that contradict each other carry one sentence; it is said once.
    for (const line of new Set(reasons.map(reason => reason[viewer.language]))) deps.say(line);
    return 2;
  }
}
