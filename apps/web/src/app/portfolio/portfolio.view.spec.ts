import { convertToParamMap } from '@angular/router';
import { present } from '@headway/domain';
import { paramsOf, servicesParams, viewFrom } from './portfolio.view';

const address = {
  on: '2026-03-31',
  asKnownAt: '2026-04-30',
  boundaries: 'today',
  organisation: ['dwp', 'hmrc'],
  audience: 'external',
};
const view = viewFrom(convertToParamMap(address));

describe('the portfolio view', () => {
  it('is read from the address and written back as it was', () => expect(paramsOf(view)).toEqual(address));

  it('is today and everything where the address says nothing, or nothing that makes sense', () => {
    const nothing = { ...present, organisation: [], audience: null };
    expect(viewFrom(convertToParamMap({}))).toEqual(nothing);
    expect(viewFrom(convertToParamMap({ on: '2026-02-30', audience: 'everyone' }))).toEqual(nothing);
    expect(paramsOf(nothing)).toEqual({});
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
