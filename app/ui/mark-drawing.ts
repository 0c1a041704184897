/** The mark on a grid of 32: one stroke with round ends. `Mark` draws it on pages; PDFs draw it themselves. */
export const MARK_GRID = 32
export const MARK_STROKE_WIDTH = 4
export const MARK_STROKE = 'M13.04 21.46A9 9 0 0 1 14.6 3.6M18.96 10.54A9 9 0 0 1 17.4 28.4'
