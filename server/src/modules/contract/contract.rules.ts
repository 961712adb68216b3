/** The day after a contract's last: its end is the last day in force, a termination takes effect on its own day. */
export const contractOver = (contract: string): string =>
  `least(${contract}.ends_on + 1, ${contract}.terminated_on, 'infinity')`;

/** Whether a contract is in force on a day. */
export const contractHolds = (contract: string, day: string): string =>
  `${contract}.starts_on <= ${day} and ${contractOver(contract)} > ${day}`;

/** Who has it: contracts of one identity number are one worker's, each of those without one is another's. */
export const workerOf = (contract: string): string =>
  `coalesce(${contract}.id_number_hash, ${contract}.contract_key)`;
