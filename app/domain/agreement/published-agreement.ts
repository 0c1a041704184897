/** Agreement that was published for scales of the same field, for scale. Coefficients and designs differ: none is a target. */
export type PublishedAgreement = { scale: string; design: string; values: readonly number[]; source: string | null }

export const publishedAgreement: readonly PublishedAgreement[] = [
  { scale: 'MBT-G-AQS', design: 'one item, one rater', values: [0.57, 0.62], source: 'Folmo, Karterud et al. 2017' },
  { scale: 'MBT-G-AQS', design: 'one item, two raters', values: [0.71, 0.76], source: 'Folmo, Karterud et al. 2017' },
  { scale: 'MBT-AQS', design: 'six clinicians', values: [0.62, 0.67], source: null },
  { scale: 'MBT-RACS', design: 'two coders, group', values: [0.84], source: null },
  { scale: 'MBT-RACS', design: 'two coders, individual', values: [0.95], source: null },
  // The lowest and the highest of the four, where the others are two coefficients of one thing.
  {
    scale: 'CTS-R',
    design: 'lowest and highest of four items, clips of 15 minutes',
    values: [0.64, 0.79],
    source: null,
  },
]
