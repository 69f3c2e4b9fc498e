import { convertToParamMap } from '@angular/router';
import { present } from '@headway/domain';
import { comparedWith, paramsOf, servicesParams, viewFrom } from './portfolio.view';

const address = {
  on: '2026-03-31',
  asKnownAt: '2026-04-30',
  boundaries: 'today',
  organisation: ['dwp', 'hmrc'],
  audience: 'external',
};
const compared = { ...address, compareWith: '2025-12-31' };
const view = viewFrom(convertToParamMap(compared));

describe('the portfolio view', () => {
  it('is read from the address and written back as it was', () => expect(paramsOf(view)).toEqual(compared));

  it('is today and everything where the address says nothing, or nothing that makes sense', () => {
    const nothing = { ...present, organisation: [], audience: null, compareWith: null };
    expect(viewFrom(convertToParamMap({}))).toEqual(nothing);
    const senseless = { on: '2026-02-30', audience: 'everyone', organisation: '', compareWith: '0001-01-01' };
    expect(viewFrom(convertToParamMap(senseless))).toEqual(nothing);
    expect(paramsOf(nothing)).toEqual({});
  });

  it('is compared with a year before, unless another earlier date is chosen', () => {
    expect(comparedWith(view, '2026-11-24')).toBe('2025-12-31');
    const at = (on: string | null, compareWith: string | null) =>
      comparedWith({ ...view, on, compareWith }, '2026-11-24');
    expect([at(null, null), at('2024-02-29', null)]).toEqual(['2025-11-24', '2023-02-28']);
    expect([at('2026-03-31', '2026-03-31'), at('2026-03-31', '2026-11-01')]).toEqual([
      '2025-03-31',
      '2025-03-31',
    ]);
  });

  it('opens the services behind a figure: of the same past and audience, narrowed to the figure', () => {
    expect(servicesParams(view, { organisation: 'dwp', stage: ['live'] })).toEqual({
      ...address,
      organisation: ['dwp'],
      stage: ['live'],
    });
    expect(servicesParams(view, { audience: 'internal', backOffice: ['not_recorded'] })).toEqual({
      ...address,
      audience: 'internal',
      backOffice: ['not_recorded'],
    });
    expect(servicesParams(view, { redesign: ['under_way'] })).toEqual({
      ...address,
      redesign: ['under_way'],
    });
  });
});
