import { describe, expect, it } from 'vitest'
import { fitText } from '#app/features/credentials/pdf/fit-text.server.ts'

const room = { width: 694, size: 44, smallestOnOneLine: 27, sizeOnTwoLines: 32 }
const fitName = (text: string) => fitText(text, 'serif', room)
const longName = 'María del Carmen Hernández-Villaseñor de la Santísima Trinidad Ruiz y Picasso'

describe('fitting a name', () => {
  it('sets a short one on one line in the largest size', async () => {
    expect(await fitName('Ada Lovelace')).toMatchObject({ size: 44, lines: { length: 1 } })
  })

  it('makes a longer one smaller before it breaks it', async () => {
    const { size, lines } = await fitName('Noor Okonkwo-Łukaszewicz van der Meer')
    expect(lines).toHaveLength(1)
    expect(size).toBeGreaterThanOrEqual(27)
    expect(size).toBeLessThan(44)
  })

  it('breaks a very long one into two lines of about the same length', async () => {
    const { lines, size } = await fitName(longName)
    expect(lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ')).toBe(longName)
    const [first = 0, second = 0] = lines.map(({ width }) => width)
    expect(lines).toHaveLength(2)
    expect(Math.abs(first - second)).toBeLessThan(first * 0.2)
    expect(size).toBeGreaterThan(24)
  })

  it.each([longName.repeat(3), 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4), '王晓明'.repeat(40), 'W '.repeat(100)])(
    'never lets any overflow: %s',
    async (name) => {
      const { lines, size } = await fitName(name)
      for (const { width } of lines) expect(width * size).toBeLessThanOrEqual(room.width + 0.01)
    },
  )
})
