import type { SameKeys } from '../../ui/messages.ts';
import type { accessZh } from './access.zh.ts';

export const accessEn: SameKeys<typeof accessZh> = {
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  title: 'Harmonious Labour Relations Hub',
  purpose: 'Certification, mediation and union building, seen in one place.',
  name: 'User name',
  password: 'Password',
  change: 'Change password',
  once: 'This is a one-time password. Please choose your own first.',
  current: 'Current password',
  next: 'New password (12 characters or more)',
  again: 'New password again',
  save: 'Save and go on',
  wrong: 'User name or password is not right. Try again; ask the administrator if you forgot it.',
  short: 'The new password needs 12 characters or more.',
  differ: 'The two new passwords differ.',
  refused: 'Not changed. Check the current password, choose a longer new one and try again.',
  network: 'The server cannot be reached. Check the connection and try again.',
};
