import { absentWords } from './absent.js';

describe('why nothing can be said of a service as of a date', () => {
  const closures = [{ closedOn: '2026-05-03', reopenedOn: '2026-08-01' }];
  const words = (on: string) => absentWords({ opensOn: '2020-01-10', closures }, on);

  it('is that it opens later, or is closed', () => {
    expect(words('2020-01-09')).toBe('The service opens on 10 January 2020');
    expect(words('2020-01-10')).toBeNull();
    expect(words('2026-05-03')).toBe('The service closed on 3 May 2026');
    expect(words('2026-08-01')).toBeNull();
    expect(absentWords({ opensOn: null, closures: [] }, '1990-01-01')).toBeNull();
  });
});
