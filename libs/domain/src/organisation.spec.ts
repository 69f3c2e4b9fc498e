import fc from 'fast-check';
import { freeSlug, organisationKindLabels, organisationKinds, slugOf } from './organisation.js';

describe('the slug of an organisation', () => {
  const cases = [
    ['Department for Work and Pensions', 'department-for-work-and-pensions'],
    ['HM Revenue & Customs', 'hm-revenue-customs'],
    ["King's Printer", 'kings-printer'],
    ['King’s Printer', 'kings-printer'],
    ['Amgueddfa Caerdydd a’r Fro — Tŷ Hafan', 'amgueddfa-caerdydd-ar-fro-ty-hafan'],
    ['Café  (Ünited)', 'cafe-united'],
    ['  Ofsted  ', 'ofsted'],
    ['--x--', 'x'],
    ['UK 2070/Commission', 'uk-2070-commission'],
    ['ﬁsheries', 'fisheries'],
    ['日本', ''],
    ['', ''],
  ] as const;
  for (const [name, slug] of cases)
    it(`of ${JSON.stringify(name)} is ${JSON.stringify(slug)}`, () => expect(slugOf(name)).toBe(slug));

  it('is cut at 120 characters, never after a hyphen', () => {
    expect(slugOf('a'.repeat(300))).toBe('a'.repeat(120));
    expect(slugOf(`${'a'.repeat(119)} b`)).toBe('a'.repeat(119));
  });

  it('is empty or lower-case words joined by single hyphens, whatever the name', () => {
    const rule = (name: string) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(slugOf(name));
    const anyName = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));
    expect(() => fc.assert(fc.property(anyName, rule))).not.toThrow();
  });

  it('is its own slug', () => {
    const rule = (name: string) => slugOf(slugOf(name)) === slugOf(name);
    expect(() => fc.assert(fc.property(fc.string({ maxLength: 200 }), rule))).not.toThrow();
  });
});

describe('a slug that is free', () => {
  const taken = new Set(['home-office', 'home-office-2']);
  const cases = [
    ['Treasury', 'treasury'],
    ['Home Office', 'home-office-3'],
    ['New', 'new-2'],
    ['日本', 'organisation'],
  ] as const;
  for (const [name, slug] of cases)
    it(`for ${name} is ${slug}`, () => expect(freeSlug(name, taken)).toBe(slug));
});

describe('kinds of organisation', () => {
  it('each have a label', () =>
    expect(organisationKinds.map((kind) => organisationKindLabels[kind])).toEqual([
      'Ministerial department',
      'Non-ministerial department',
      'Agency',
      'Other public body',
    ]));
});
