import { describe, expect, it } from 'vitest'
import { compareOwnRating, readSelfRating } from '#app/domain/self-rating.ts'

const criteria = [
  { id: 'patience', title: 'Patience' },
  { id: 'asking', title: 'Asking' },
]

describe('a rating of one’s own answer', () => {
  it('has a level or “not rateable” for each criterion, and a level on the whole', () => {
    expect(
      readSelfRating(criteria, { 'own.patience': '7', 'own.asking': 'not-rateable', 'own-global': '1', x: 'y' }),
    ).toEqual({
      rating: { ratings: { patience: 7, asking: null }, globalLevel: 1 },
    })
  })

  it.each(['', '0', '8', '4.5', '04', ' 4', 'x', '１'])('is not taken with the level “%s”', (level) => {
    expect(readSelfRating(criteria, { 'own.patience': level, 'own.asking': '4', 'own-global': level })).toEqual({
      faults: {
        'own.patience': 'Patience: choose a level from 1 to 7, or “not rateable”.',
        'own-global': 'On the whole: choose a level from 1 to 7.',
      },
    })
  })

  it('cannot call the whole not rateable', () => {
    const fields = { 'own.patience': '4', 'own.asking': '4', 'own-global': 'not-rateable' }
    expect(readSelfRating(criteria, fields)).toHaveProperty('faults.own-global')
  })
})

describe('one’s own rating beside the mark', () => {
  const given = { ratings: { patience: { level: 5 }, asking: { level: null } }, globalLevel: 4 }

  it('says where one was higher, lower or the same, and leaves out what either could not rate', () => {
    expect(compareOwnRating(criteria, { ratings: { patience: 6, asking: 3 }, globalLevel: 4 }, given)).toEqual({
      levels: [
        { id: 'global', title: 'On the whole', own: 4, given: 4, difference: 0 },
        { id: 'patience', title: 'Patience', own: 6, given: 5, difference: 1 },
        { id: 'asking', title: 'Asking', own: 3, given: null, difference: null },
      ],
      higher: 1,
      same: 1,
      lower: 0,
    })
  })

  it('compares only the criteria that both know, when the rubric was corrected in between', () => {
    const rating = { ratings: { patience: 2 }, globalLevel: 3 }
    expect(compareOwnRating(criteria, rating, given).levels.map(({ id }) => id)).toEqual(['global', 'patience'])
  })
})
