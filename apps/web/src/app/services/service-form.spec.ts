import { blankDetails, changeForm, detailsOf, newServiceForm } from './service-form';
import { serviceOf } from './services.fixture';

const messages = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path[0], message]));

describe('the form of a service', () => {
  it('turns what is typed into what the contract takes', () => {
    const typed = {
      ...blankDetails,
      name: ' Apply ',
      audience: 'external',
      transactionsAYear: '1,200',
      opensOn: { day: '1', month: 'april', year: '2015' },
      organisation: 'home-office',
      reference: ' ',
    };
    expect(newServiceForm.parse(typed)).toEqual({
      name: 'Apply',
      audience: 'external',
      description: null,
      address: null,
      transactionsAYear: 1200,
      owner: null,
      opensOn: '2015-04-01',
      organisation: 'home-office',
      reference: undefined,
    });
  });

  it('says what is wrong in the words of the contract', () => {
    const typed = {
      ...blankDetails,
      transactionsAYear: 'lots',
      opensOn: { day: '31', month: '2', year: '2020' },
    };
    expect(messages(newServiceForm.safeParse({ ...typed, organisation: '', reference: '' }))).toEqual({
      organisation: 'Select the organisation that owns the service',
      name: 'Enter the name of the service',
      audience: 'Select who the service is for',
      transactionsAYear: 'Transactions a year must be a whole number',
      opensOn: 'The date the service opened must be a real date',
    });
  });

  it('gives back an unchanged service unchanged', () => {
    const service = serviceOf({ transactionsAYear: 1200, opensOn: '2015-04-01', owner: 'Ada' });
    expect(changeForm.parse(detailsOf(service))).toEqual({
      name: service.name,
      audience: service.audience,
      description: null,
      address: null,
      transactionsAYear: 1200,
      owner: 'Ada',
      opensOn: '2015-04-01',
    });
  });
});
