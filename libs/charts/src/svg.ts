import { type Chart, type Point, type Shape, fontSize } from './chart.js';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);
const rounded = (value: number) => String(Math.round(value * 100) / 100);

/** The points of a path as SVG's `polyline` wants them: "0,10 20,7.5". */
export function svgPoints(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${rounded(x)},${rounded(y)}`).join(' ');
}

/** The picture of a chart as SVG, with no style attributes; `id` is unique in the page it goes into. */
export function toSvg(chart: Chart, id: string): string {
  const { width, height, shapes } = chart.drawing;
  const size = `viewBox="0 0 ${rounded(width)} ${rounded(height)}" width="${rounded(width)}" height="${rounded(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="${id}-title ${id}-desc"`,
    ` font-family="Helvetica, Arial, sans-serif" font-size="${fontSize}">`,
    `<title id="${id}-title">${escaped(chart.title)}</title>`,
    `<desc id="${id}-desc">${escaped(chart.description)}</desc>`,
    ...shapes.map(shapeSvg),
    '</svg>',
  ].join('');
}

function shapeSvg(shape: Shape): string {
  if (shape.kind === 'rect') {
    const { x, y, width, height, fill } = shape;
    return `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}" fill="${fill}"/>`;
  }
  if (shape.kind === 'line') {
    const ends = [shape.x1, shape.y1, shape.x2, shape.y2].map(rounded);
    const at = `x1="${ends[0]}" y1="${ends[1]}" x2="${ends[2]}" y2="${ends[3]}"`;
    return `<line ${at} stroke="currentColor" stroke-opacity="${shape.opacity}"/>`;
  }
  if (shape.kind === 'path')
    return `<polyline points="${svgPoints(shape.points)}" fill="none" stroke="${shape.stroke}" stroke-width="3"/>`;
  const weight = shape.bold ? ' font-weight="bold"' : '';
  const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`;
  return `<text x="${rounded(shape.x)}" y="${rounded(shape.y)}" fill="${shape.fill}"${anchor}${weight}>${escaped(shape.text)}</text>`;
}
