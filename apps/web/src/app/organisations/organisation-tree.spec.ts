import type { Organisation } from '@headway/contract';
import { organisationTree } from './organisation-tree';

const organisationOf = (name: string, services: number, parent?: string): Organisation => ({
  id: '3f0c8a52-54ab-4c0e-9d5c-1b2f5d3c7a10',
  slug: name.toLowerCase(),
  name,
  abbreviation: null,
  kind: 'agency',
  parent: parent ? { slug: parent.toLowerCase(), name: parent, abbreviation: null } : null,
  existsFrom: null,
  existsTo: null,
  formerNames: [],
  formerParents: [],
  predecessors: [],
  successors: [],
  services,
  lock: null,
  version: 1,
});

describe('organisations in order', () => {
  const rows = organisationTree([
    organisationOf('Zebra', 1),
    organisationOf('Ant', 2),
    organisationOf('Bee', 3, 'Zebra'),
    organisationOf('Cat', 4, 'Bee'),
    organisationOf('Dog', 5, 'Unseen'),
  ]);

  it('stand by name, each followed by those below it', () => {
    expect(rows.map(({ organisation, depth }) => [organisation.name, depth])).toEqual([
      ['Ant', 0],
      ['Dog', 0],
      ['Zebra', 0],
      ['Bee', 1],
      ['Cat', 2],
    ]);
  });

  it('count the services of everything below them', () => {
    expect(rows.map(({ services }) => services)).toEqual([2, 5, 8, 7, 4]);
  });
});
