import { convertToParamMap } from '@angular/router';
import { paramsOf, servicesParams, viewFrom } from './portfolio.view';

const view = viewFrom(
  convertToParamMap({ on: '2026-03-31', organisation: ['dwp', 'hmrc'], audience: 'external' }),
);

describe('the portfolio view', () => {
  it('is read from the address and written back as it was', () => {
    expect(paramsOf(view)).toEqual({ on: '2026-03-31', organisation: ['dwp', 'hmrc'], audience: 'external' });
  });

  it('is today and everything where the address says nothing, or nothing that makes sense', () => {
    const nothing = { on: null, organisation: [], audience: null };
    expect(viewFrom(convertToParamMap({}))).toEqual(nothing);
    expect(viewFrom(convertToParamMap({ on: '2026-02-30', audience: 'everyone' }))).toEqual(nothing);
    expect(paramsOf(nothing)).toEqual({});
  });

  it('opens the services behind a figure: same date and audience, the organisation and stage of the figure', () => {
    expect(servicesParams(view, { organisation: 'dwp' }, ['live'])).toEqual({
      on: '2026-03-31',
      organisation: ['dwp'],
      audience: 'external',
      stage: ['live'],
    });
    expect(servicesParams(view, { audience: 'internal' }, [])).toEqual({
      on: '2026-03-31',
      organisation: ['dwp', 'hmrc'],
      audience: 'internal',
    });
  });
});
