import { parameters } from '../platform/sql.js';
import { type Matching, matchingServices } from './matching.js';

const hostile = `x'); DROP TABLE service; --`;

function match(rest: Partial<Matching>) {
  const { values, bind } = parameters();
  const statement = matchingServices({ filters: {}, scope: null, on: '2026-03-31', ...rest }, bind);
  return { ...statement, values };
}

describe('the services that match', () => {
  it('have opened by the date, and nothing else where nothing else is asked', () => {
    const { where, from, values } = match({});
    expect(where).toBe('s.opens_on <= $1::date');
    expect(values).toEqual(['2026-03-31']);
    expect(from).toContain('effective_on <= $1::date');
  });

  it('have every value bound, none in the text', () => {
    const { from, where, values } = match({
      filters: { organisation: [hostile], audience: 'internal', stage: ['live', 'not_recorded'], q: hostile },
      scope: ['an-id'],
    });
    expect(`${from} ${where}`).not.toContain('DROP');
    const numbers = [...`${from} ${where}`.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
    expect(Math.max(...numbers)).toBe(values.length);
  });

  it('keep to a scope of no organisations at all', () => {
    const { where, values } = match({ scope: [] });
    expect(where).toContain('w.organisation_id IN');
    expect(values).toContain('[]');
  });

  it('have every word looked for, wherever it stands, up to ten', () => {
    const { where, values } = match({ filters: { q: '  tax\n 100% ' } });
    expect(values.slice(1)).toEqual(['%tax%', '%100\\%%']);
    expect(where.match(/s\.name ILIKE/g)!.length).toBe(2);
    expect(match({ filters: { q: 'a '.repeat(50) } }).values.length).toBe(11);
    expect(match({ filters: { q: '   ' } }).where).toBe('s.opens_on <= $1::date');
  });

  it('are one by its uuid, whether or not it has opened', () => {
    const id = '0195F3A0-0000-7000-8000-00000000000a';
    expect(match({ only: id }).where).toBe('s.id = $2::uuid');
  });

  for (const only of [
    'DWP-014',
    hostile,
    '0195f3a0-0000-7000-8000-00000000000',
    '{0195f3a0-0000-7000-8000-00000000000a}',
  ])
    it(`are one by its reference where that is no uuid: ${only}`, () => {
      const { where, values } = match({ only });
      expect(where).toBe('lower(s.reference) = lower($2)');
      expect(values[1]).toBe(only);
    });

  it('are one only within the scope', () =>
    expect(match({ only: 'DWP-014', scope: ['an-id'] }).where).toContain(' AND w.organisation_id IN'));
});
