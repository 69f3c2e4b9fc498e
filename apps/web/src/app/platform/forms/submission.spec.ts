import { Injector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, validateStandardSchema } from '@angular/forms/signals';
import * as z from 'zod';
import { problemOf } from '../problem';
import { Submission } from './submission';

const schema = z.object({ name: z.string().min(1, 'Enter a name'), note: z.string() });

function start(typed = { name: '', note: '' }) {
  const model = signal(typed);
  const tree = runInInjectionContext(TestBed.inject(Injector), () =>
    form(model, (path) => validateStandardSchema(path, () => schema)),
  );
  return { model, submission: new Submission(tree) };
}

describe('a submission', () => {
  it('shows nothing before the first submit', () => {
    expect(start().submission.errors()).toEqual([]);
  });

  it('shows what is wrong, linked to the field', () => {
    const { submission } = start();
    expect(submission.start()).toBeFalse();
    expect(submission.errors()).toEqual([{ text: 'Enter a name', href: '#name' }]);
    expect(submission.error('name')).toBe('Enter a name');
    expect(submission.error('note')).toBeUndefined();
  });

  it('leaves the errors as they were until the next submit', () => {
    const { model, submission } = start();
    submission.start();
    model.set({ name: 'Ada', note: '' });
    expect(submission.error('name')).toBe('Enter a name');
    expect(submission.start()).toBeTrue();
    expect(submission.errors()).toEqual([]);
  });

  it('is sent once', () => {
    const { submission } = start({ name: 'Ada', note: '' });
    expect([submission.start(), submission.start()]).toEqual([true, false]);
  });

  it('puts the words of the server beside the fields that it points at', () => {
    const { submission } = start({ name: 'Ada', note: '' });
    submission.start();
    submission.failed({
      ...problemOf('already_exists'),
      errors: [
        { pointer: '/name', code: 'already_exists', message: 'There is one already' },
        { pointer: '/other', code: 'odd', message: 'Something else' },
      ],
    });
    expect(submission.errors()).toEqual([
      { text: 'There is one already', href: '#name' },
      { text: 'Something else' },
    ]);
  });

  it('finds the field of a pointer into what was sent, however deep', () => {
    const { submission } = start({ name: 'Ada', note: '' });
    for (const pointer of ['/answers/note', '/records/3/note', '/note/day']) {
      submission.failed({
        ...problemOf('rule_broken'),
        errors: [{ pointer, code: 'odd', message: 'Say it in a sentence' }],
      });
      expect(submission.errors())
        .withContext(pointer)
        .toEqual([{ text: 'Say it in a sentence', href: '#note' }]);
    }
  });

  it('says the problem itself where no field is to blame', () => {
    const { submission } = start({ name: 'Ada', note: '' });
    submission.failed(problemOf('unavailable'));
    expect(submission.errors()).toEqual([{ text: problemOf('unavailable').title }]);
  });
});
