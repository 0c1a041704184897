import { create } from 'qrcode'

/** Light modules that a reader needs around a code. */
export const QUIET_ZONE = 4

export type QrCode = {
  /** Modules a side, the quiet zone included. */
  size: number
  /** Dark bars of one module's height. */
  bars: { x: number; y: number; width: number }[]
}

/** The QR code of an address; up to 15 % of it may be worn or stained. */
export function qrCode(address: string): QrCode {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const bars = Array.from({ length: modules.size }, (_, y) => {
    const row = Array.from({ length: modules.size }, (_, x) => (modules.get(y, x) ? '1' : '0')).join('')
    return [...row.matchAll(/1+/g)].map((bar) => ({
      x: bar.index + QUIET_ZONE,
      y: y + QUIET_ZONE,
      width: bar[0].length,
    }))
  })
  return { size: modules.size + 2 * QUIET_ZONE, bars: bars.flat() }
}
