import { serviceOf } from '../services/services.fixture';
import { groupsOf } from './groups';
import { days, editOf } from './returns.fixture';

describe('what will be recorded', () => {
  it('is grouped by what it is, in the order of the table, without empty groups', () => {
    const services = ['A', 'B', 'C', 'D', 'E'].map((reference) => serviceOf({ reference }));
    const edits = {
      A: editOf({ answer: 'confirm' }),
      B: editOf({ answer: 'in_progress', note: 'The supplier left' }),
      C: editOf({ answer: 'confirm' }),
      E: editOf({ answer: 'redesigned' }),
    };
    const groups = groupsOf(services, edits, days).map(({ kind, items }) => [
      kind,
      ...items.map(({ service }) => service.reference),
    ]);
    expect(groups).toEqual([
      ['move', 'E'],
      ['went_backwards', 'B'],
      ['confirmation', 'A', 'C'],
    ]);
  });
});
