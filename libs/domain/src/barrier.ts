/** What holds back a service or a whole organisation. */
export const barrierCategories = [
  'skills',
  'structure',
  'leadership',
  'legacy_technology',
  'funding',
  'procurement',
  'policy_or_law',
  'data_sharing',
  'supplier',
  'other',
] as const;
export type BarrierCategory = (typeof barrierCategories)[number];

export const barrierCategoryLabels: Readonly<Record<BarrierCategory, string>> = {
  skills: 'Skills',
  structure: 'Structure',
  leadership: 'Leadership',
  legacy_technology: 'Legacy technology',
  funding: 'Funding',
  procurement: 'Procurement',
  policy_or_law: 'Policy or law',
  data_sharing: 'Data sharing',
  supplier: 'Supplier',
  other: 'Other',
};
