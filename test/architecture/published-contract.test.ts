import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { operation, operationFiles } from '../support/operations.ts';
import { files, read } from './files.ts';

const schema = buildSchema(read('schema/schema.graphql'));
const types = Object.values(schema.getTypeMap()).filter(type => !type.name.startsWith('__'));
const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);

/** Every named place of the contract with its description. */
function* places(): Generator<[place: string, description: string | null | undefined]> {
  for (const type of types) {
    if (!builtIn.has(type.name)) yield [type.name, type.description];
    if (isEnumType(type))
      for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        yield [`${type.name}.${field.name}`, field.description];
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field.description];
      for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name}:)`, arg.description];
    }
  }
}

describe('the published contract', () => {
  it('describes every type, field, argument and enum value', () => {
    const silent = [...places()].filter(([, description]) => !description?.trim()).map(([place]) => place);
    expect(silent).toEqual([]);
  });

  it('writes enum values in upper case and fields in camel case', () => {
    const values = types
      .filter(isEnumType)
      .flatMap(type => type.getValues().map(v => `${type.name}.${v.name}`));
    expect(values.filter(name => !/\.[A-Z][A-Z0-9_]*$/.test(name))).toEqual([]);
    const fields = types
      .filter(t => isObjectType(t) || isInputObjectType(t))
      .flatMap(type => Object.keys(type.getFields()).map(field => `${type.name}.${field}`));
    expect(fields.filter(name => !/\.[a-z][A-Za-z0-9]*$/.test(name))).toEqual([]);
  });

  it('types everything: no JSON scalar', () => {
    expect(types.map(type => type.name).filter(name => /^(JSON|Any|Object)/.test(name))).toEqual([]);
  });

  it('never filters or orders by a personal value', () => {
    const personal = /^(legalRepresentative|contact|phone|chair|applicant)$/;
    const open = types.filter(isInputObjectType).flatMap(type =>
      Object.keys(type.getFields())
        .filter(field => personal.test(field))
        .map(field => `${type.name}.${field}`),
    );
    const orders = types.filter(isEnumType).filter(type => type.name.endsWith('OrderField'));
    const ordered = orders.flatMap(type =>
      type.getValues().filter(v => /CONTACT|PHONE|CHAIR|APPLICANT$|LEGAL/.test(v.name)),
    );
    expect(open).toEqual([]);
    expect(ordered).toEqual([]);
  });

  it('has a text in both languages for every error, action and issue code', () => {
    type Texts = Record<string, { zh?: string; en?: string }>;
    const { words, ...codes } = JSON.parse(read('schema/codes.json')) as Record<string, Texts> & {
      words: Record<string, Texts>;
    };
    expect(Object.keys(codes)).toEqual(['errors', 'actions', 'acts', 'personal', 'issues', 'refusals']);
    // The words of the enums, such as AgreementKind, stand one level deeper.
    const entries = Object.entries({ ...codes, ...words }).flatMap(([kind, list]) =>
      Object.entries(list).map(([code, text]) => ({ code: `${kind}.${code}`, ...text })),
    );
    expect(entries.length).toBeGreaterThan(20);
    expect(
      entries.filter(({ zh, en }) => !zh || !en || !/\p{Script=Han}/u.test(zh)).map(e => e.code),
    ).toEqual([]);
  });

  it('lists every metric with its names, definition, owner and source', () => {
    const metrics = JSON.parse(read('schema/metrics.json')) as { key: string }[];
    expect(metrics.length).toBeGreaterThan(20);
    expect(new Set(metrics.map(metric => metric.key)).size).toBe(metrics.length);
  });
});

describe('the operations we send', () => {
  it.each(operationFiles)('%s is valid against the contract', file => {
    expect(validate(schema, parse(operation(file))).map(error => error.message)).toEqual([]);
  });

  /** Folders whose questions are of figures and records. */
  const reading = /^(metrics|explore|expiries|enterprise|union|contract|certification|inspection|dispute)\//;
  const questions = operationFiles.filter(file => reading.test(file) && !/^mutation/m.test(operation(file)));
  const tests = files('test')
    .filter(path => path.endsWith('.ts'))
    .map(read)
    .join();

  it.each(questions)('%s has a golden answer, or a test that sends it', file => {
    const golden = files('test/golden').includes(`test/golden/${file}.json`);
    expect(golden || tests.includes(`operation('${file}')`)).toBe(true);
  });
});
