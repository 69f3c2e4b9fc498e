// Whole modules only, as in libs/domain: else every chart goes wherever one of them goes.
export type { Chart, Point, Segment, Shape, Table } from './chart.js';
export * from './colour.js';
export * from './grouped-bars.js';
export * from './heat-map.js';
export * from './shares.js';
export * from './csv.js';
export * from './small-multiples.js';
export * from './stage-bar.js';
export * from './stacked-bars.js';
export * from './svg.js';
export * from './trend-lines.js';
