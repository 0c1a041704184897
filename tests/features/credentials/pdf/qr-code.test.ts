import jsQr from 'jsqr'
import { expect, it } from 'vitest'
import { QUIET_ZONE, qrCode } from '#app/features/credentials/pdf/qr-code.server.ts'
import { readRectangles } from './read-rectangles.ts'

const address = 'https://stance.example/verify/STN-1KR0-E29C-TDH1-3BAR-G'

it('a QR code leads to its address', () => {
  const { bars } = qrCode(address)
  expect(readRectangles(bars.map((bar) => ({ ...bar, height: 1 })))).toBe(address)
})

it('a QR code keeps the light border that readers need', () => {
  const { bars, size } = qrCode(address)
  for (const { x, y, width } of bars) {
    expect(Math.min(x, y, size - x - width, size - y - 1)).toBeGreaterThanOrEqual(QUIET_ZONE)
  }
})

it('the reader of these tests reads nothing where there is no code', () => {
  expect(jsQr(new Uint8ClampedArray(100 * 100 * 4).fill(255), 100, 100)).toBeNull()
})
