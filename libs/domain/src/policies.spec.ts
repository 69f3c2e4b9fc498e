import { type Grant, type Policy, can, organisationRoles, policies, roles, scopeOf } from './policies.js';

const tied = (role: Grant['role']): Grant => ({ role, organisations: ['own'] });
const everywhere = (role: Grant['role']): Grant => ({ role, organisations: 'all' });

const people = {
  viewer: [everywhere('viewer')],
  'viewer of own': [tied('viewer')],
  'digital lead': [tied('digital_lead')],
  approver: [tied('approver')],
  oversight: [everywhere('oversight')],
  'oversight of own': [tied('oversight')],
  admin: [everywhere('admin')],
  'admin of own': [tied('admin')],
  'nobody known': [],
} as const satisfies Record<string, readonly Grant[]>;

/**
 * Three marks a cell: may do it to the own organisation, to another, and with none named at all.
 * Written out by hand, in the order of the people above.
 */
const table: Readonly<Record<Policy, string>> = {
  //                   viewer (own)  lead approver oversight (own) admin (own) nobody
  signIn: '              YYY   YYY    YYY   YYY       YYY    YYY   YYY   YYY   YYY',
  readHealth: '          YYY   YYY    YYY   YYY       YYY    YYY   YYY   YYY   YYY',
  readPages: '           YYY   YYY    YYY   YYY       YYY    YYY   YYY   YYY   YYY',
  readSession: '         YYY   Y-Y    Y-Y   Y-Y       YYY    Y-Y   YYY   Y-Y   ---',
  manageOwnTokens: '     YYY   Y-Y    Y-Y   Y-Y       YYY    Y-Y   YYY   Y-Y   ---',
  listenToEvents: '      YYY   Y-Y    Y-Y   Y-Y       YYY    Y-Y   YYY   Y-Y   ---',
  readPortfolio: '       YYY   Y-Y    Y-Y   Y-Y       YYY    Y-Y   YYY   Y-Y   ---',
  readOrganisations: '   YYY   Y-Y    Y-Y   Y-Y       YYY    Y-Y   YYY   Y-Y   ---',
  readServices: '        YYY   Y-Y    Y-Y   Y-Y       YYY    Y-Y   YYY   Y-Y   ---',
  createOrganisation: '  ---   ---    ---   ---       ---    ---   YYY   Y-Y   ---',
  changeOrganisation: '  ---   ---    ---   ---       ---    ---   YYY   Y-Y   ---',
  createService: '       ---   ---    Y-Y   ---       YYY    Y-Y   YYY   Y-Y   ---',
  changeService: '       ---   ---    Y-Y   ---       YYY    Y-Y   YYY   Y-Y   ---',
  closeService: '        ---   ---    Y-Y   ---       YYY    Y-Y   YYY   Y-Y   ---',
  transferService: '     ---   ---    ---   ---       YYY    Y-Y   YYY   Y-Y   ---',
  reorganise: '          ---   ---    ---   ---       ---    ---   YYY   Y-Y   ---',
  setTarget: '           ---   ---    Y-Y   ---       ---    ---   ---   ---   ---',
  changeBarrier: '       ---   ---    Y-Y   ---       YYY    Y-Y   ---   ---   ---',
  recordStage: '         ---   ---    Y-Y   ---       ---    ---   ---   ---   ---',
  importServices: '      ---   ---    Y-Y   ---       YYY    Y-Y   YYY   Y-Y   ---',
  importOrganisations: ' ---   ---    ---   ---       YYY    Y-Y   YYY   Y-Y   ---',
  setThreshold: '        ---   ---    ---   ---       YYY    Y-Y   YYY   Y-Y   ---',
  readAudit: '           ---   ---    ---   ---       YYY    Y-Y   YYY   Y-Y   ---',
  readQuarters: '        YYY   Y-Y    Y-Y   Y-Y       YYY    Y-Y   YYY   Y-Y   ---',
  runQuarters: '         ---   ---    ---   ---       YYY    Y-Y   ---   ---   ---',
  readReturns: '         YYY   Y-Y    Y-Y   Y-Y       YYY    Y-Y   YYY   Y-Y   ---',
  prepareReturn: '       ---   ---    Y-Y   ---       ---    ---   ---   ---   ---',
  signOffReturn: '       ---   ---    ---   Y-Y       ---    ---   ---   ---   ---',
  requestChanges: '      ---   ---    ---   Y-Y       YYY    Y-Y   ---   ---   ---',
  discussReturn: '       ---   ---    Y-Y   Y-Y       YYY    Y-Y   ---   ---   ---',
  readReview: '          YYY   Y-Y    Y-Y   Y-Y       YYY    Y-Y   YYY   Y-Y   ---',
  readMail: '            ---   ---    ---   ---       YYY    Y-Y   YYY   Y-Y   ---',
  answerPulse: '         YYY   YYY    YYY   YYY       YYY    YYY   YYY   YYY   YYY',
  readPulse: '           YYY   Y-Y    Y-Y   Y-Y       YYY    Y-Y   YYY   Y-Y   ---',
  runPulse: '            ---   ---    ---   ---       YYY    Y-Y   ---   ---   ---',
};

const words = (cell: string) =>
  cell === 'YYY' ? 'may, anywhere' : cell === 'Y-Y' ? 'may, for the own organisation only' : 'may not';

describe('the table of policies', () => {
  it('has a row here for every policy, and no other', () =>
    expect(Object.keys(policies).toSorted()).toEqual(Object.keys(table).toSorted()));

  for (const [policy, row] of Object.entries(table) as [Policy, string][]) {
    const cells = row.trim().split(/\s+/);
    Object.entries(people).forEach(([who, grants], column) =>
      it(`${policy}: ${who} ${words(cells[column]!)}`, () => {
        const asked = ['own', 'other', undefined].map((organisation) =>
          can({ grants }, policy, organisation),
        );
        expect(asked.map((may) => (may ? 'Y' : '-')).join('')).toBe(cells[column]!);
      }),
    );
  }
});

describe('somebody with several roles', () => {
  const person = {
    grants: [
      { role: 'digital_lead', organisations: ['a', 'b'] },
      { role: 'digital_lead', organisations: ['b', 'c'] },
      { role: 'approver', organisations: ['d'] },
    ] satisfies Grant[],
  };

  it('acts for the organisations of every role that the policy names, each once', () =>
    expect(scopeOf(person, 'recordStage')).toEqual(['a', 'b', 'c']));

  it('sees the organisations of all roles', () =>
    expect(scopeOf(person, 'readServices')).toEqual(['a', 'b', 'c', 'd']));

  it('does not act in one organisation by a role held in another', () =>
    expect(can(person, 'recordStage', 'd')).toBeFalse());

  it('has no bound where one role has none', () => {
    const grants = [...person.grants, everywhere('viewer')];
    expect(scopeOf({ grants }, 'readServices')).toBe('all');
    expect(scopeOf({ grants }, 'recordStage')).toEqual(['a', 'b', 'c']);
  });
});

describe('a grant', () => {
  it('over no organisation at all lets nobody do anything', () => {
    const person = { grants: [{ role: 'digital_lead', organisations: [] }] satisfies Grant[] };
    expect(can(person, 'recordStage')).toBeFalse();
    expect(can(person, 'readServices')).toBeFalse();
    expect(can(person, 'readServices', 'own')).toBeFalse();
  });

  it('is tied to organisations for digital leads and approvers', () =>
    expect(roles.filter((role) => organisationRoles.includes(role))).toEqual(['digital_lead', 'approver']));

  it('has no bound in what is public', () => expect(scopeOf({ grants: [] }, 'readHealth')).toBe('all'));
});
