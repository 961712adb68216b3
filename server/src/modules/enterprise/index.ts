export { Enterprise } from './enterprise.entity.ts';
