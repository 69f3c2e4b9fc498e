import { parameters } from '../platform/sql.js';
import { type Matching, matchingServices } from './matching.js';

const hostile = `x'); DROP TABLE service; --`;

function match(rest: Partial<Matching>) {
  const { values, bind } = parameters();
  const statement = matchingServices({ filters: {}, scope: null, view: { on: '2026-03-31' }, ...rest }, bind);
  return { ...statement, values };
}

describe('the services that match', () => {
  it('have a span over the date, and nothing else where nothing else is asked', () => {
    const { where, from, values } = match({});
    expect(where).toBe('true');
    expect(values).toEqual(['2026-03-31']);
    expect(from).toContain('r.from_on <= $1::date AND r.to_on > $1::date');
  });

  it('are those closed on the date where asked for so', () =>
    expect(match({ filters: { closed: 'true' } }).where).toContain(
      'AND EXISTS (SELECT FROM service_closure',
    ));

  it('are looked for in what was known, all of it at one instant', () => {
    const asKnownAt = '2026-04-30T12:00:00.000Z';
    const { from, where, values } = match({ view: { on: '2026-03-31', asKnownAt } });
    expect(values).toEqual(['2026-03-31', asKnownAt]);
    for (const table of ['service', 'service_ownership', 'service_closure'])
      expect(`${from} ${where}`).toContain(`FROM ${table}_as_known WHERE known_from <= $2`);
    expect(from).toContain('f.recorded_at <= $2');
    expect(from).toContain('x.corrected_at <= $2');
    expect(from).not.toContain('stage_span');
    expect(where).toContain('s.opens_on <= $1::date AND NOT EXISTS (SELECT');
  });

  it("are by the owner of the day, or by today's", () => {
    expect(match({}).from).toContain('(SELECT r.organisation_id) w');
    expect(match({ view: { on: '2026-03-31', boundaries: 'today' } }).from).toContain(
      'w.from_on <= $2::date',
    );
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
    expect(where).toContain('mine.organisation_id IN');
    expect(values).toContain('[]');
  });

  it('have every word looked for, wherever it stands, up to ten', () => {
    const { where, values } = match({ filters: { q: '  tax\n 100% ' } });
    expect(values.slice(1)).toEqual(['%tax%', '%100\\%%']);
    expect(where.match(/s\.name ILIKE/g)!.length).toBe(2);
    expect(match({ filters: { q: 'a '.repeat(50) } }).values.length).toBe(11);
    expect(match({ filters: { q: '   ' } }).where).toBe(match({}).where);
  });

  it('are one by its uuid, whether or not it has opened', () => {
    const id = '0195F3A0-0000-7000-8000-00000000000a';
    const { where, values } = match({ only: [id] });
    expect(where).toMatch(/^\(s\.id = ANY \(ARRAY\([^=]*\)\)\)$/);
    expect(values[1]).toBe(`["${id}"]`);
  });

  for (const only of [
    'DWP-014',
    hostile,
    '0195f3a0-0000-7000-8000-00000000000',
    '{0195f3a0-0000-7000-8000-00000000000a}',
  ])
    it(`are one by its reference where that is no uuid: ${only}`, () => {
      const { where, values } = match({ only: [only] });
      expect(where).toMatch(/^\(lower\(s\.reference\) = ANY \(ARRAY\([^=]*\)\)\)$/);
      expect(JSON.parse(values[1] as string)).toEqual([only.toLowerCase()]);
    });

  it('are one only within the scope', () =>
    expect(match({ only: ['DWP-014'], scope: ['an-id'] }).where).toMatch(
      / AND EXISTS .* mine\.organisation_id IN/s,
    ));

  it('are none where none is named', () => expect(match({ only: [] }).where).toBe('(false)'));
});
