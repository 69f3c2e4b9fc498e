import {
  type CalendarDate,
  type KnownRecord,
  asKnownAt,
  barrierBroken,
  barrierCategories,
  closeBroken,
  closeReasons,
  countsOn,
  existsOn,
  londonDate,
  movesLater,
  organisationKinds,
  ownedOn,
  reached,
  reorganisationKinds,
  rulesBroken,
  stateOn,
  targetBroken,
} from '../../libs/domain/dist/index.js';
import { someDays } from './days.fixture.ts';
import { demonstration } from './demonstration.ts';
import { organisations as present } from './departments.ts';
import { listedServices } from './service-table.ts';
import type { DemonstrationService } from './types.ts';

type Service = DemonstrationService;

/** A service's closures as they were known at an instant. */
const closuresAt = ({ closures }: Service, instant: string) =>
  closures
    .filter(({ at }) => at < instant)
    .map(({ closedOn, reopened }) => ({
      closedOn,
      reopenedOn: reopened && reopened.at < instant ? reopened.on : null,
    }));
const always = '9999';
const counts = (service: Service, on: CalendarDate) =>
  countsOn({ opensOn: service.opensOn, closures: closuresAt(service, always) }, on);

const knownRecords = ({ records, corrections, lead }: Service): KnownRecord[] =>
  records.map((record, sequence) => ({
    ...record,
    sequence,
    recordedBy: lead,
    correctedAt: corrections.find((one) => one.record === record.id)?.at ?? null,
    replaces: corrections.find((one) => one.replacedBy === record.id)?.record ?? null,
  }));
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();
const isRising = (instants: readonly string[]) =>
  instants.every((one, index) => index === 0 || instants[index - 1]! <= one);

for (const today of someDays)
  describe(`the demonstration of ${today}`, () => {
    const data = demonstration(today);
    const { services, organisations, reorganisations, barriers, audit } = data;
    const byReference = new Map(services.map((service) => [service.reference, service]));
    const bySlug = new Map(organisations.map((one) => [one.slug, one]));

    it('is the same every time', () => expect(demonstration(today)).toEqual(data));

    it('has 411 services today, each with its organisation as its table says', () => {
      const now = services.filter((service) => counts(service, today));
      expect(now).toHaveSize(411);
      const owned = (all: readonly { reference: string; organisation: string }[]) =>
        all.map(({ reference, organisation }) => `${reference} ${organisation}`).toSorted();
      const mine = now.map(({ reference, owners }) => ({ reference, ...ownedOn(owners, today) }));
      expect(owned(mine)).toEqual(owned(listedServices()));
    });

    it('gives nothing the name of another', () => {
      const ids = services.flatMap(({ records }) => records).map(({ id }) => id);
      for (const all of [ids, services.map(({ reference }) => reference), barriers.map(({ id }) => id)])
        expect(new Set(all).size).toBe(all.length);
    });

    it('was all written in the past, and in order', () => {
      for (const { at } of audit)
        expect(at < today)
          .withContext(at)
          .toBeTrue();
      expect(isRising(audit.map(({ at }) => at))).toBeTrue();
      for (const { records, targets } of services) {
        expect(isRising(records.map(({ recordedAt }) => recordedAt))).toBeTrue();
        expect(isRising(targets.map(({ at }) => at))).toBeTrue();
      }
      for (const { states } of barriers) expect(isRising(states.map(({ at }) => at))).toBeTrue();
    });

    it('keeps to the rules of records, each as things stood when it was written', () => {
      for (const service of services)
        for (const record of knownRecords(service)) {
          const before = justBefore(record.recordedAt);
          const others = asKnownAt(knownRecords(service), before).filter(({ id }) => id !== record.replaces);
          const broken = rulesBroken(record, others, {
            today: londonDate(new Date(record.recordedAt)),
            opensOn: service.opensOn,
            closures: closuresAt(service, before),
            correcting: record.replaces !== null,
          });
          expect(broken).withContext(`${service.reference} on ${record.effectiveOn}`).toEqual([]);
        }
    });

    it('and so does what is left of them, now that all is known', () => {
      for (const service of services)
        for (const record of asKnownAt(knownRecords(service), null)) {
          const others = asKnownAt(knownRecords(service), null).filter(({ id }) => id !== record.id);
          const closures = closuresAt(service, always);
          const broken = rulesBroken(record, others, { today, opensOn: service.opensOn, closures });
          expect(broken).withContext(`${service.reference} on ${record.effectiveOn}`).toEqual([]);
        }
    });

    it('has services that closed for each reason, one that opened again, and one that never did', () => {
      const closed = services.filter(({ closures }) => closures.length > 0);
      const reasons = closed.flatMap(({ closures }) => closures.map(({ reason }) => reason));
      expect(new Set(reasons)).toEqual(new Set(closeReasons));
      expect(closed.filter((service) => counts(service, today)).map(({ reference }) => reference)).toEqual([
        'DESNZ-003',
      ]);
      expect(closed.filter(({ opensOn, closures }) => opensOn === closures[0]!.closedOn)).toHaveSize(1);
      expect(closed).toHaveSize(9);
      for (const service of closed)
        for (const { closedOn, at, mergedInto, note } of service.closures) {
          const context = `${service.reference} ${closedOn}`;
          const last =
            service.records.filter(({ recordedAt }) => recordedAt < at).at(-1)?.effectiveOn ?? null;
          const before = { opensOn: service.opensOn, closures: closuresAt(service, at) };
          expect(closeBroken(before, last, closedOn))
            .withContext(context)
            .toBeNull();
          expect(note).withContext(context).toBeTruthy();
          if (mergedInto)
            expect(counts(byReference.get(mergedInto)!, closedOn))
              .withContext(context)
              .toBeTrue();
        }
    });

    it('has every service owned on every day, by an organisation that was there', () => {
      for (const { reference, owners, organisation, opensOn } of services) {
        expect(owners.map(({ fromOn }) => fromOn)).toEqual([
          null,
          ...owners.slice(0, -1).map(({ toOn }) => toOn),
        ]);
        expect(owners.at(-1)).toEqual({ organisation, fromOn: owners.at(-1)!.fromOn, toOn: null });
        const starts = owners.map(({ fromOn }) =>
          (fromOn ?? '') > (opensOn ?? '') ? fromOn! : (opensOn ?? '2000-01-01'),
        );
        for (const day of [...starts, today]) {
          const owner = bySlug.get(ownedOn(owners, day).organisation)!;
          expect(existsOn(owner, day)).withContext(`${owner.slug}, ${reference}, ${day}`).toBeTrue();
        }
      }
    });

    it('was reorganised in each way, and came to the organisations of today', () => {
      expect(new Set(reorganisations.map(({ request }) => request.kind))).toEqual(
        new Set(reorganisationKinds),
      );
      const now = organisations
        .filter((one) => existsOn(one, today))
        .map(({ slug, periods }) => ({ slug, ...stateOn(periods, today), untilOn: undefined }));
      const sorted = (all: readonly { slug: string }[]) =>
        all.toSorted((a, b) => a.slug.localeCompare(b.slug));
      expect(sorted(now)).toEqual(sorted(present.map((one) => ({ ...one, untilOn: undefined }))));
      expect(new Set(now.map(({ kind }) => kind))).toEqual(new Set(organisationKinds));
      for (const { note } of reorganisations) expect(note).toBeTruthy();
    });

    it('has corrections with reasons, some weeks after what was wrong; two withdrew it', () => {
      const all = services.flatMap((service) => service.corrections.map((one) => ({ service, ...one })));
      expect(all).toHaveSize(12);
      expect(all.filter(({ replacedBy }) => replacedBy === null)).toHaveSize(2);
      expect(new Set(all.map(({ record }) => record)).size).toBe(12);
      for (const { service, record, replacedBy, reason, at } of all) {
        const wrong = service.records.find(({ id }) => id === record)!;
        const right = service.records.find(({ id }) => id === replacedBy);
        expect(reason).toBeTruthy();
        expect((Date.parse(at) - Date.parse(wrong.recordedAt)) / 86_400_000).toBeGreaterThan(12);
        if (right) expect(right.recordedAt).toBe(at);
      }
    });

    it('has targets that keep to the rules: kept, slipped, missed, reached and given up', () => {
      const all = services.flatMap((service) =>
        (['live', 'redesigned'] as const).flatMap((stage) => {
          const dates = service.targets.filter((one) => one.stage === stage);
          return dates.length > 0 ? [{ service, stage, dates }] : [];
        }),
      );
      for (const { service, stage, dates } of all)
        for (const [index, next] of dates.entries()) {
          const context = { today: londonDate(new Date(next.at)), opensOn: service.opensOn };
          const broken = targetBroken(dates.slice(0, index), next, context);
          expect(broken).withContext(`${service.reference} ${stage} ${next.dueOn}`).toBeNull();
        }
      const open = all.filter(({ service, stage }) => !reached(stage, service.records.at(-1)!.stage));
      const how = (stage: string) => open.filter((one) => one.stage === stage).length;
      expect(how('live')).toBeGreaterThan(140);
      expect(how('redesigned')).toBeGreaterThan(40);
      const lastOf = (dates: readonly { dueOn: string | null }[]) => dates.at(-1)!.dueOn;
      expect(all.length - open.length).toBeGreaterThan(25);
      expect(open.filter(({ dates }) => lastOf(dates) === null).length).toBeGreaterThan(5);
      expect(open.filter(({ dates }) => (lastOf(dates) ?? today) < today).length).toBeGreaterThan(15);
      expect(open.filter(({ dates }) => movesLater(dates).length === 1).length).toBeGreaterThan(30);
      expect(open.filter(({ dates }) => movesLater(dates).length > 1).length).toBeGreaterThan(15);
    });

    it('has barriers of every category on services that are there and on organisations, a third of them resolved', () => {
      expect(new Set(barriers.map(({ category }) => category))).toEqual(new Set(barrierCategories));
      for (const { service, organisation, description, raisedOn, states } of barriers) {
        const resolvedOn = states.at(-1)!.resolvedOn;
        expect(barrierBroken({ raisedOn, resolvedOn }, today)).withContext(description).toBeNull();
        if (service)
          expect(counts(byReference.get(service)!, raisedOn))
            .withContext(service)
            .toBeTrue();
        else
          expect(existsOn(bySlug.get(organisation!)!, raisedOn))
            .withContext(description)
            .toBeTrue();
      }
      expect(barriers.filter(({ service }) => service !== null)).toHaveSize(99);
      expect(barriers.filter(({ organisation }) => organisation !== null)).toHaveSize(14);
      const share =
        barriers.filter(({ states }) => states.at(-1)!.resolvedOn !== null).length / barriers.length;
      expect(share).toBeGreaterThan(0.28);
      expect(share).toBeLessThan(0.38);
    });

    it('left a trail of all of it, the last weeks too', () => {
      const records = services.reduce((sum, one) => sum + one.records.length + one.confirmations.length, 0);
      const written = audit.filter(({ action }) => /^stage\.(recorded|confirmed|corrected)$/.test(action));
      expect(written).toHaveSize(records);
      const weeks = new Date(Date.parse(today) - 42 * 86_400_000).toISOString();
      const lately = new Set(audit.filter(({ at }) => at > weeks).map(({ action }) => action));
      for (const action of [
        'stage.recorded',
        'stage.confirmed',
        'stage.corrected',
        'target.set',
        'barrier.resolved',
      ])
        expect(lately).toContain(action);
      expect(audit.every(({ organisation }) => organisation === null || bySlug.has(organisation))).toBeTrue();
    });
  });
