import { QueryFailedError } from 'typeorm';
import { newLog, told } from './log.js';

describe('an error in the log', () => {
  it('says what and where, but nothing that people typed', () => {
    const driver = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (email)=(a@b.example)',
    });
    const line = told(new QueryFailedError('INSERT INTO person VALUES ($1)', ['a@b.example'], driver));
    expect(line).toEqual(jasmine.objectContaining({ message: 'duplicate key', code: '23505' }));
    expect(JSON.stringify(line)).not.toContain('a@b.example');
  });

  it('is told even where it is no error', () => {
    expect(told('gone')).toEqual({ message: 'gone' });
  });
});

describe('the log', () => {
  for (const level of ['info', 'warn', 'silent'])
    it(`holds what it must whatever its level, which here is ${level}`, () => {
      const lines: string[] = [];
      const log = newLog(level, { write: (line) => lines.push(line) });
      log.info({}, 'a request');
      log.record({ position: 7 }, 'audit head');
      const said = lines.map((line) => JSON.parse(line) as object);
      expect(said).toHaveSize(level === 'info' ? 2 : 1);
      expect(said.at(-1)).toEqual(jasmine.objectContaining({ position: 7, msg: 'audit head' }));
    });
});
