import { isLocked, quarterOf, returnStates, workingDaysBetween } from '../../libs/domain/dist/index.js';
import { someDays } from './days.fixture.ts';
import { demonstration } from './demonstration.ts';

for (const today of someDays)
  describe(`the quarters of the demonstration of ${today}`, () => {
    const { quarters, services } = demonstration(today);
    const open = quarters.at(-1)!;
    const closed = quarters.slice(0, -1);

    it('are closed but for the last, whose returns are in every state, and some late', () => {
      expect(closed.every(({ closings }) => closings.length > 0)).toBeTrue();
      expect(open.closings).toEqual([]);
      expect(new Set(open.returns.map(({ state }) => state))).toEqual(new Set(returnStates));
      expect(workingDaysBetween(open.dueOn, today)).toBeGreaterThan(0);
      for (const { returns } of closed)
        for (const { state } of returns) expect(['signed_off', 'not_started', 'excused']).toContain(state);
    });

    it('were answered in order, by two people each, before they were closed', () => {
      for (const { id, openedAt, closings, returns } of quarters) {
        const last = closings[0]?.at ?? today;
        for (const { organisation, submitted, signedOff, messages } of returns) {
          const steps = [openedAt, submitted?.at, signedOff?.at ?? messages[0]?.at, last].filter(Boolean);
          expect(steps).withContext(`${organisation} ${id}`).toEqual(steps.toSorted());
          if (signedOff) expect(signedOff.by).not.toBe(submitted!.by);
        }
        expect(closings.map(({ at }) => at)).toEqual(closings.map(({ at }) => at).toSorted());
        for (const [n, { by, reason }] of closings.entries()) {
          expect(reason === null).toBe(n === 0);
          if (n > 0) expect(by).not.toBe(closings[n - 1]!.by);
        }
      }
    });

    it('have something said of nearly every service whose return was submitted', () => {
      const locked = new Set(
        open.returns.filter(({ state }) => isLocked(state)).map((one) => one.organisation),
      );
      const { from, to } = quarterOf(open.id)!;
      const own = services.filter(
        ({ organisation, records, closures }) =>
          locked.has(organisation) && records.length > 0 && closures.length === 0,
      );
      const said = own.filter(({ records, confirmations }) =>
        [
          ...records.map(({ effectiveOn }) => effectiveOn),
          ...confirmations.map(({ confirmedOn }) => confirmedOn),
        ].some((on) => on >= from && on <= to),
      );
      expect(said.length / own.length).toBeGreaterThan(0.95);
    });
  });
