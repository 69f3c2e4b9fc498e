import { contrast, textOn } from './colour.js';
import { segments, series } from './charts.fixture.js';
import { shortShare } from './shares.js';
import { stageBar } from './stage-bar.js';
import { toSvg } from './svg.js';

const svg = (title: string) =>
  toSvg(stageBar({ title, unit: 'Services', segments: segments(63, 285, 37, 25), width: 640 }), 'all');

describe('the SVG of a chart', () => {
  it('is one picture with a name and a description', () => {
    expect(svg('Services by stage')).toContain('role="img" aria-labelledby="all-title all-desc"');
    expect(svg('Services by stage')).toContain('<title id="all-title">Services by stage</title>');
    expect(svg('Services by stage')).toContain('<desc id="all-desc">Not started 63 (15%),');
  });

  it('has no style that a content security policy would refuse, and no text that could be markup', () => {
    expect(svg('Services by stage')).not.toMatch(/style/);
    expect(svg('<b onload="x">&')).toContain('&lt;b onload=&quot;x&quot;&gt;&amp;');
  });

  it('leaves text around the parts to the colours of the page', () => {
    expect(svg('Services by stage')).toMatch(/fill="currentColor"[^>]*>Not started</);
  });
});

describe('text on a colour', () => {
  for (const { colour } of series)
    it(`can be read on ${colour}`, () =>
      expect(contrast(textOn(colour), colour)).toBeGreaterThanOrEqual(4.5));

  it('is dark on the light stages and light on the dark ones', () => {
    expect(series.map(({ colour }) => textOn(colour))).toEqual(['#ffffff', '#0b0c0c', '#ffffff', '#0b0c0c']);
  });
});

describe('a short share', () => {
  it('is never a rounded 0% or 100% that is not so', () => {
    expect([
      shortShare(1, 1000),
      shortShare(999, 1000),
      shortShare(0, 9),
      shortShare(9, 9),
      shortShare(0, 0),
    ]).toEqual(['<1%', '>99%', '0%', '100%', '0%']);
  });
});
