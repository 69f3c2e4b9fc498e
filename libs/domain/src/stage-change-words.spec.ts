import { confirmation } from './confirmation.fixture.js';
import { contradictionWords } from './stage-change-words.js';
import { record } from './stage-record.fixture.js';

describe('a confirmation that a change speaks against', () => {
  const was = record(1, '2026-01-10', 'not_started');
  const given = confirmation(2, '2026-11-30', '1');
  const words = (willBe: typeof was | null) => contradictionWords({ confirmation: given, was, willBe });

  it('is told with who gave it, what they confirmed, and what will count', () =>
    expect(words(record(3, '2026-11-20', 'in_progress'))).toBe(
      'Dana Wren confirmed that “Not started” was still right on 30 November 2026. You say that it was “In progress” on that day, and what you say will count',
    ));
  it('is told where only details differ', () =>
    expect(words(record(3, '2026-11-20', 'not_started', { backOffice: 'live' }))).toContain(
      'You are changing its details for that day',
    ));
  it('is told where it falls', () => expect(words(null)).toMatch(/That confirmation will no longer count$/));
});
