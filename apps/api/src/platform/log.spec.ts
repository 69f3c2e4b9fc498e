import { QueryFailedError } from 'typeorm';
import { told } from './log.js';

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
