import { barrierCategories } from '@headway/domain';
import { faults, parsed } from './answers.fixture.js';
import { BarrierChange, BarriersDownloadQuery, BarriersQuery, NewBarrier } from './barriers.js';

const plain = () => ({ category: 'skills', description: 'Nobody to build it', raisedOn: '2026-01-31' });

describe('a new barrier', () => {
  it('needs a category, what it is and a date, and says nothing else unless told', () => {
    expect(parsed(NewBarrier, plain())).toEqual({
      read: { ...plain(), nextAction: null, nextActionOwner: null },
    });
    expect(faults(NewBarrier, {})).toEqual(['category', 'description', 'raisedOn']);
  });

  for (const category of barrierCategories)
    it(`may be of ${category}`, () => expect(faults(NewBarrier, { ...plain(), category })).toEqual([]));

  it('says in words what is missing', () =>
    expect(parsed(NewBarrier, { ...plain(), category: '', description: ' ' })).toEqual({
      refused: ['category: Select what kind of barrier it is', 'description: Enter what holds it back'],
    }));

  it('keeps the lines of what it is, and one line of who does it', () => {
    const written = { description: ' Two\nlines ', nextAction: 'One\nTwo', nextActionOwner: ' Ada ' };
    expect(parsed(NewBarrier, { ...plain(), ...written })).toEqual({
      read: { ...plain(), description: 'Two\nlines', nextAction: 'One\nTwo', nextActionOwner: 'Ada' },
    });
  });

  const refused: readonly [change: object, field: string][] = [
    [{ category: 'Skills' }, 'category'],
    [{ description: null }, 'description'],
    [{ description: 'x'.repeat(2001) }, 'description'],
    [{ description: 'a\0' }, 'description'],
    [{ nextAction: 'x'.repeat(1001) }, 'nextAction'],
    [{ nextActionOwner: 'x'.repeat(201) }, 'nextActionOwner'],
    [{ nextActionOwner: 'a\nb' }, 'nextActionOwner'],
    [{ raisedOn: '2026-02-30' }, 'raisedOn'],
    [{ raisedOn: null }, 'raisedOn'],
    [{ resolvedOn: '2026-02-28' }, 'resolvedOn'],
    [{ service: 'DWP-1' }, 'service'],
    [{ version: 1 }, 'version'],
  ];
  for (const [change, field] of refused)
    it(`refuses ${JSON.stringify(change).slice(0, 40)}`, () =>
      expect(faults(NewBarrier, { ...plain(), ...change })).toEqual([field]));
});

describe('a change of a barrier', () => {
  it('resolves it, opens it again, or changes one thing alone', () => {
    for (const change of [{ resolvedOn: '2026-02-28' }, { resolvedOn: null }, { nextAction: null }])
      expect(parsed(BarrierChange, change)).toEqual({ read: change });
  });

  it('says something', () => {
    expect(parsed(BarrierChange, {})).toEqual({ refused: ['Say what changes'] });
    expect(faults(BarrierChange, { description: ' ' })).toEqual(['description']);
    expect(faults(BarrierChange, { raisedOn: null, category: 'x' })).toEqual(['category', 'raisedOn']);
  });

  for (const field of ['id', 'service', 'organisation', 'version'])
    it(`does not touch ${field}`, () => expect(faults(BarrierChange, { [field]: 'x' })).toEqual([field]));
});

describe('a query for barriers', () => {
  it('may look back', () => {
    expect(parsed(BarriersQuery, { asKnownAt: '2026-01-31T09:00Z' })).toEqual({
      read: { asKnownAt: '2026-01-31T09:00:00.000Z' },
    });
    expect(faults(BarriersQuery, { open: 'true' })).toEqual(['open']);
  });

  it('for a file takes organisations once or again, a category, and whether they are open', () => {
    expect(
      parsed(BarriersDownloadQuery, { organisation: 'dwp', category: 'funding', open: 'false' }),
    ).toEqual({ read: { organisation: ['dwp'], category: 'funding', open: 'false' } });
    expect(faults(BarriersDownloadQuery, { category: 'weather', open: '1', page: '1' })).toEqual([
      'category',
      'open',
      'page',
    ]);
  });
});
