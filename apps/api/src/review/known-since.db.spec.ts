import { type World, oneOfEach, take, world } from '../portfolio/steps.fixture.js';
import { keptAsKnown, knownSince } from './known-since.js';

describe('what has been written down since an instant', () => {
  let here: World;
  beforeAll(async () => {
    here = await world();
  }, 60_000);
  afterAll(() => here.headway.close());

  const now = async () => {
    const [{ at }] = await here.headway.source.query(
      `SELECT to_json(clock_timestamp() + interval '1 ms') #>> '{}' AS at, pg_sleep(0.003)`,
    );
    return at as string;
  };

  it('is sought in every table of which the past is kept', async () => {
    const rows: { name: string }[] = await here.headway.source.query(
      `SELECT replace(relname, '_as_known', '') AS name FROM pg_class WHERE relkind = 'r' AND relname LIKE '%_as_known'`,
    );
    expect(rows.map(({ name }) => name)).toEqual(jasmine.arrayWithExactContents([...keptAsKnown]));
  });

  it('is nothing until somebody does something, whatever it is', async () => {
    const { source } = here.headway;
    for (const step of oneOfEach) {
      const instant = await now();
      expect(await knownSince(source.manager, instant)).toBeFalse();
      const status = await take(here, step);
      if (status >= 300) continue;
      expect(await knownSince(source.manager, instant))
        .withContext(step.kind)
        .toBeTrue();
    }
    const instant = await now();
    await source.query(
      `INSERT INTO signal_threshold (signal, version, value, reason, set_by) SELECT 'stalled', 2, 100, 'So', id FROM person LIMIT 1`,
    );
    expect(await knownSince(source.manager, instant)).toBeTrue();
  }, 60_000);
});
