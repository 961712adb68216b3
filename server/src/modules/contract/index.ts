export { signingParties, type SigningParty } from './contract.codes.ts';
export { contractHolds, workerOf } from './contract.rules.ts';
