/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89 }

export const LEFT = 62
export const RIGHT = PAGE.width - LEFT
/** Between the running head and the page number. */
export const FRAME = { top: 84, bottom: PAGE.height - 76 }

export const HEAD_BASELINE = 52
export const FOOT_BASELINE = PAGE.height - 44
/** Of the running head and the page number. */
export const FRAME_SIZE = 8
export const INDENT = 16

export const INK = '#15282b'
export const MUTED = '#4d5d5e'
export const PRIMARY = '#0f4b52'
export const PRIMARY_SOFT = '#e1eae4'
export const HAIRLINE = '#d3c9b8'
export const ACCENT = '#7d4a05'
