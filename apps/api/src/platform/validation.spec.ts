import { NewRecord } from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import * as z from 'zod';
import { Validation, inputErrors, pointerTo } from './validation.js';

describe('a JSON pointer', () => {
  const cases = [
    [[], ''],
    [['name'], '/name'],
    [['rows', 3, 'name'], '/rows/3/name'],
    [['a/b'], '/a~1b'],
    [['a~b'], '/a~0b'],
    [['~1'], '/~01'],
    [['~/'], '/~0~1'],
    [[''], '/'],
  ] as const;
  for (const [path, pointer] of cases)
    it(`to ${JSON.stringify(path)} is ${JSON.stringify(pointer)}`, () =>
      expect(pointerTo(path)).toBe(pointer));
});

describe('errors of input', () => {
  const errors = (schema: z.ZodType, value: unknown) => inputErrors(schema.safeParse(value).error!.issues);

  it('say where, a code and words', () =>
    expect(errors(NewRecord, { stage: 'done', effectiveOn: '2026-06-31' })).toEqual([
      { pointer: '/stage', code: 'invalid_value', message: 'Select the stage of the service' },
      {
        pointer: '/effectiveOn',
        code: 'custom',
        message: 'The date the service reached this stage must be a real date, like 2026-03-31',
      },
    ]));

  it('name each unknown field by a pointer of its own', () => {
    const nested = z.strictObject({ rows: z.array(z.strictObject({})) });
    const unknown = (pointer: string) => ({
      pointer,
      code: 'unknown_field',
      message: 'There is no such field here',
    });
    expect(errors(nested, { rows: [{}, { 'a/b': 1, c: 2 }], 'x~': 3 })).toEqual([
      unknown('/rows/1/a~1b'),
      unknown('/rows/1/c'),
      unknown('/x~0'),
    ]);
  });

  it('name 20 unknown fields at most', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`f${n}`, 1]));
    expect(errors(z.strictObject({}), many).length).toBe(20);
  });

  it('point to the whole where that is what is wrong', () =>
    expect(errors(NewRecord, 'x').map(({ pointer }) => pointer)).toEqual(['']));

  it('understand paths as other validators write them', () =>
    expect(inputErrors([{ message: 'No', path: [{ key: 'a' }, 0] }, { message: 'Not at all' }])).toEqual([
      { pointer: '/a/0', code: 'invalid', message: 'No' },
      { pointer: '', code: 'invalid', message: 'Not at all' },
    ]));
});

describe('a body that is not as described', () => {
  it('is a problem with its errors', async () => {
    const pipe = new Validation();
    const asked = pipe.transform({}, { type: 'body', schema: NewRecord });
    const error = await Promise.resolve(asked).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(HeadwayProblem);
    expect((error as HeadwayProblem).code).toBe('invalid_request');
    expect((error as HeadwayProblem).errors!.map(({ pointer }) => pointer)).toEqual([
      '/stage',
      '/effectiveOn',
    ]);
  });

  it('is passed on as the contract reads it where it is', async () => {
    const read = await new Validation().transform(
      { stage: 'live', effectiveOn: '2026-01-01', note: ' so ' },
      { type: 'body', schema: NewRecord },
    );
    expect(read).toEqual(jasmine.objectContaining({ note: 'so', backOffice: null }));
  });
});
