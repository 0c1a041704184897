import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freePlaces, isJoinable, placeSteps, type Waiting } from '#app/domain/enrolment/places.ts'

const now = new Date('2026-11-02T09:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const waiting = (userId: string, since = -1, offerUntil: number | null = null): Waiting => ({
  userId,
  since: hours(since),
  offerUntil: offerUntil === null ? null : hours(offerUntil),
})

describe('a waiting list', () => {
  it('is offered free places in the order in which people came', () => {
    const list = [waiting('late', -1), waiting('early', -3), waiting('middle', -2)]
    expect(placeSteps({ places: 10, trainees: 8 }, list, now)).toEqual({ lapsed: [], offered: ['early', 'middle'] })
    expect(placeSteps({ places: 10, trainees: 10 }, list, now)).toEqual({ lapsed: [], offered: [] })
  })

  it('counts a place that is kept as taken, until its very last moment', () => {
    const list = [waiting('holds', -3, 1), waiting('next', -2)]
    expect(placeSteps({ places: 1, trainees: 0 }, list, now).offered).toEqual([])
    expect(placeSteps({ places: 1, trainees: 0 }, list, hours(1))).toEqual({ lapsed: ['holds'], offered: ['next'] })
  })

  it('is offered a place each where there is no limit any more', () => {
    const list = [waiting('one'), waiting('two')]
    expect(placeSteps({ places: null, trainees: 90 }, list, now).offered).toEqual(['one', 'two'])
  })

  it('never keeps more than there is, whatever came before', () => {
    const person = fc.record({
      since: fc.integer({ min: -99, max: 0 }),
      until: fc.option(fc.integer({ min: -5, max: 5 })),
    })
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.array(person, { maxLength: 12 }), (places, trainees, people) => {
        const list = people.map(({ since, until }, index) => waiting(`p${index}`, since, until))
        const { lapsed, offered } = placeSteps({ places, trainees }, list, now)
        const kept = list.filter(({ userId, offerUntil }) => offerUntil !== null && !lapsed.includes(userId)).length
        const free = freePlaces({ places, trainees, kept })
        expect(offered.length).toBeLessThanOrEqual(free ?? 0)
        // Nobody is passed over while there is room.
        const left = list.filter(({ userId, offerUntil }) => offerUntil === null && !offered.includes(userId))
        if (left.length > 0) expect(offered).toHaveLength(free ?? 0)
      }),
    )
  })
})

describe('joining by oneself', () => {
  it.each([
    [null, null, false],
    ['2026-11-02', null, true],
    ['2026-11-03', null, false],
    ['2026-10-01', '2026-11-02', true],
    ['2026-10-01', '2026-11-01', false],
  ])('from %s until %s is open on 2 November: %s', (joinFrom, joinUntil, isOpen) => {
    expect(isJoinable({ joinFrom, joinUntil }, '2026-11-02')).toBe(isOpen)
  })
})
