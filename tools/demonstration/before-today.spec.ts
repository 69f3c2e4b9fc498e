import { londonDate } from '../../libs/domain/dist/index.js';
import { someDays } from './days.fixture.ts';
import { demonstration } from './demonstration.ts';

// It may be loaded half an hour after midnight, and what happens after that is written later than all of it.
for (const today of someDays)
  it(`all of the demonstration of ${today} was written before that day`, () => {
    const instants = JSON.stringify(demonstration(today)).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)!;
    expect(instants.length).toBeGreaterThan(1_000);
    expect(instants.filter((instant) => londonDate(new Date(instant)) >= today)).toEqual([]);
  });
