export type { Chart, Segment, Shape, Table } from './chart.js';
export { contrast, textOn } from './colour.js';
export { shortShare } from './shares.js';
export { type StageBarInput, stageBar } from './stage-bar.js';
export { type BarRow, type StackedBarsInput, stackedBars } from './stacked-bars.js';
export { toSvg } from './svg.js';
