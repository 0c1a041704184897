import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paginate, type Strip } from '#app/pdf/report/strips.ts'

const frame = { top: 100, bottom: 200 }
const strip = (height: number, also: Partial<Strip> = {}): Strip => ({ height, gap: 0, cells: [], ...also })
const placed = (...strips: Strip[]) => paginate(strips, frame).map(({ page, y }) => [page, y])

describe('strips are broken into pages so that', () => {
  it('each follows the one before, and the next page begins where one does not fit', () =>
    expect(placed(strip(60), strip(40), strip(10))).toEqual([
      [0, 100],
      [0, 160],
      [1, 100],
    ]))

  it('a gap is kept between two of them, and left out at the top of a page', () =>
    expect(placed(strip(50, { gap: 20 }), strip(30, { gap: 20 }), strip(30, { gap: 20 }))).toEqual([
      [0, 100],
      [0, 170],
      [1, 100],
    ]))

  it('a heading goes to the next page with what it heads', () =>
    expect(placed(strip(70), strip(20, { staysWithNext: true }), strip(20))).toEqual([
      [0, 100],
      [1, 100],
      [1, 120],
    ]))

  it('what stays together and is longer than a page is broken all the same', () =>
    expect(
      placed(...Array.from({ length: 3 }, () => strip(50, { staysWithNext: true }))).map(([page]) => page),
    ).toEqual([0, 1, 1]))

  it('the head of a table stands above its first row on every page', () => {
    const head = strip(10)
    const rows = Array.from({ length: 4 }, () => strip(40, { head }))
    const places = paginate([{ ...head, staysWithNext: true }, ...rows], frame)
    expect(places.map(({ page, y, isHeadRepeated }) => [page, y, isHeadRepeated])).toEqual([
      [0, 100, false],
      [0, 110, false],
      [0, 150, false],
      [1, 110, true],
      [1, 150, false],
    ])
  })

  it('a chapter begins a page, and the first of them leaves none empty', () =>
    expect(placed(strip(10, { startsPage: true }), strip(10, { startsPage: true }))).toEqual([
      [0, 100],
      [1, 100],
    ]))

  it('whatever there is, none overlaps another or leaves the page', () => {
    const some = fc.record({
      height: fc.integer({ min: 1, max: 100 }),
      gap: fc.integer({ min: 0, max: 30 }),
      staysWithNext: fc.boolean(),
      startsPage: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), (given) => {
        const strips = given.map((one) => strip(one.height, one))
        let [page, free] = [0, frame.top]
        for (const [index, place] of paginate(strips, frame).entries()) {
          expect(place.page === page ? place.y >= free : place.page === page + 1).toBe(true)
          ;[page, free] = [place.page, place.y + (strips[index]?.height ?? 0)]
          expect(free).toBeLessThanOrEqual(frame.bottom)
        }
      }),
    )
  })
})
