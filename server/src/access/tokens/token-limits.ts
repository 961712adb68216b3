import { BlockList, isIP } from 'node:net';
import { DomainError, type Message } from '../../kernel/errors.ts';
import { byPersonAlone, grants, type Action } from '../policy/actions.ts';
import type { Role } from '../roles.ts';
import { rolesWithSecondFactor } from '../steps.ts';
import type { Viewer } from '../viewer.ts';

/** Tells whether a coordinate such as `Enterprise.name` names a field of the schema. */
export type FieldIndex = () => Promise<(coordinate: string) => boolean>;

const most = 200;

/** The actions a token is narrowed to: each one that its role has and a program may have. Null is all of them. */
export function checkOperations(role: Role, given: readonly string[] | null | undefined): Action[] | null {
  const names = listed('operations', given);
  for (const name of names ?? []) {
    const roles = Object.hasOwn(grants, name) ? (grants[name as Action] as readonly Role[]) : undefined;
    if (!roles) refuse('operations', { zh: `没有操作“${name}”。`, en: `There is no action "${name}".` });
    if (byPersonAlone.includes(name as Action)) {
      refuse('operations', { zh: `“${name}”只能由本人登录后进行，不能授予程序。`, en: `"${name}" is for people alone, not for programs.` }); // prettier-ignore
    }
    if (!roles?.includes(role)) {
      refuse('operations', { zh: `角色 ${role} 没有操作“${name}”。`, en: `The role ${role} does not have "${name}".` }); // prettier-ignore
    }
  }
  return names as Action[] | null;
}

/** The three offices that are never one person are no program's either: else who makes its token held them all, without a second factor. */
export function checkOffice(viewer: Viewer, role: Role): void {
  if (viewer.kind !== 'PERSON' || !rolesWithSecondFactor.includes(role)) return;
  refuse('role', {
    zh: '系统管理员、安全管理员、审计员的职责只能由本人登录后履行，不能交给程序。',
    en: 'The offices of administrator, security officer and auditor are for people alone, not for programs.',
  });
}

/** The fields a token is narrowed to: each one that the schema has. Null is all of them. */
export async function checkFields(
  index: FieldIndex,
  given: readonly string[] | null | undefined,
): Promise<string[] | null> {
  const names = listed('fields', given);
  const known = names && (await index());
  for (const name of names ?? []) {
    if (known?.(name)) continue;
    refuse('fields', { zh: `没有字段“${name}”，应写作 类型.字段，如 Enterprise.name。`, en: `There is no field "${name}"; write Type.field such as Enterprise.name.` }); // prettier-ignore
  }
  return names;
}

/** The networks a token may be used from, an address being a network of one. Null is anywhere. */
export function checkAddresses(given: readonly string[] | null | undefined): string[] | null {
  const networks = listed('addresses', given);
  for (const network of networks ?? []) {
    if (!readNetwork(network)) {
      refuse('addresses', { zh: `“${network}”不是地址段，应写作 10.1.0.0/16 或 2001:db8::/32。`, en: `"${network}" is no network; write 10.1.0.0/16 or 2001:db8::/32.` }); // prettier-ignore
    }
  }
  return networks;
}

/** Whether an address lies in one of the networks; an IPv4 address written as IPv6 is the same one. */
export function comesFrom(networks: readonly string[], address: string | null): boolean {
  if (address === null || isIP(address) === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const read = readNetwork(network);
    if (read) list.addSubnet(read.address, read.prefix, read.family);
  }
  return list.check(address, familyOf(address));
}

function readNetwork(text: string) {
  const [, address = '', length] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  if (isIP(address) === 0) return undefined;
  const family = familyOf(address);
  const bits = family === 'ipv4' ? 32 : 128;
  const prefix = length === undefined ? bits : Number(length);
  return prefix <= bits ? { address, prefix, family } : undefined;
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** A list that narrows has something in it: an empty one would be a token for nothing, or be taken for all. */
function listed(field: string, given: readonly string[] | null | undefined): string[] | null {
  if (given == null) return null;
  const names = [...new Set(given.map(name => name.trim()))];
  if (names.length >= 1 && names.length <= most && names.every(name => name.length <= 200)) return names;
  return refuse(field, { zh: `应列出 1 至 ${most} 项；不限制则不填。`, en: `List 1 to ${most}; leave it out to set no limit.` }); // prettier-ignore
}

const refuse = (field: string, text: Message): never => {
  throw DomainError.badInput(field, text);
};
