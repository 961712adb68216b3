export { signingParties, type SigningParty } from './contract.codes.ts';
