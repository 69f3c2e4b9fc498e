export type { Chart, Point, Segment, Shape, Table } from './chart.js';
export { contrast, textOn } from './colour.js';
export { shortShare } from './shares.js';
export { type SmallMultiplesInput, smallMultiples } from './small-multiples.js';
export { type StageBarInput, stageBar } from './stage-bar.js';
export { type BarRow, type StackedBarsInput, stackedBars } from './stacked-bars.js';
export { svgPoints, toSvg } from './svg.js';
export { type TrendLinesInput, trendLines } from './trend-lines.js';
