import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { benchmarkConsensus } from '#app/domain/keyed/benchmark-consensus.ts'
import { formConsensus, type PanelAnswer } from '#app/domain/keyed/consensus.ts'
import { isPanelOpen, mayForm } from '#app/domain/keyed/panel.ts'
import { scoreKeyed } from '#app/domain/keyed/score-keyed.ts'

const member = (answers: PanelAnswer['answers'], reasons: Record<string, string> = {}): PanelAnswer => ({
  answers,
  reasons,
})

describe('the consensus on concordance items', () => {
  const asked = { kind: 'script-concordance', items: [{ id: 'one' }, { id: 'two' }] } as const
  const answer = (one: -1 | 0 | 1, reasons = {}) => member({ kind: asked.kind, shifts: { one, two: 0 } }, reasons)

  test('counts who chose what, with the reasons that were given', () => {
    const key = formConsensus(asked, [
      answer(1, { one: 'It fits.' }),
      answer(1),
      answer(0, { one: 'Hardly.', two: ' ' }),
    ])
    expect(key).toEqual({
      kind: 'script-concordance',
      items: {
        one: { panel: { '-2': 0, '-1': 0, '0': 1, '1': 2, '2': 0 }, because: ['Hardly.', 'It fits.'] },
        two: { panel: { '-2': 0, '-1': 0, '0': 3, '1': 0, '2': 0 }, because: [] },
      },
    })
  })
})

describe('the consensus on judgement items', () => {
  const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  const asked = {
    kind: 'situational-judgement',
    items: [
      { id: 'rank', mode: 'rank', options },
      { id: 'pick', mode: 'choose', choose: 2, options },
    ],
  } as const
  const answer = (order: string, chosen: string[]) =>
    member({
      kind: asked.kind,
      items: { rank: { places: Object.fromEntries([...order].map((id, index) => [id, index + 1])) }, pick: { chosen } },
    })

  test('orders options by their mean place, equal means tied, and scales the choices to the most chosen', () => {
    const key = formConsensus(asked, [answer('abc', ['a', 'b']), answer('acb', ['a', 'c']), answer('bca', ['a', 'b'])])
    expect(key).toMatchObject({
      items: {
        // Sums of places: a 1 + 1 + 3 = 5, b 2 + 3 + 1 = 6, c 3 + 2 + 2 = 7.
        rank: { mode: 'rank', places: { a: 1, b: 2, c: 3 } },
        pick: { mode: 'choose', credits: { a: 1, b: 2 / 3, c: 1 / 3 } },
      },
    })
    expect(formConsensus(asked, [answer('abc', ['a', 'b']), answer('acb', ['a', 'c'])])).toMatchObject({
      items: { rank: { places: { a: 1, b: 2, c: 2 } } },
    })
  })
})

describe('the consensus on a coding', () => {
  const asked = {
    kind: 'annotate',
    transcript: [{ says: 'First words. Second words. Third words.' }, { says: 'Only words.' }],
    codes: [{ id: 'one' }, { id: 'two' }],
  } as const
  const first = { turn: 1, from: 0, to: 12, code: 'one' }
  const second = { turn: 1, from: 13, to: 26, code: 'one' }
  const only = { turn: 2, from: 0, to: 11, code: 'two' }
  const coding = (passages: (typeof first)[], reasons = {}) => member({ kind: asked.kind, passages }, reasons)

  test('has the sentences that at least half coded alike; neighbours are one passage, with its coders’ reasons', () => {
    const key = formConsensus(asked, [
      coding([first, second], { 1: 'No doubt in it.' }),
      coding([{ ...first, from: 2, to: 9 }, second], { 1: 'She knows.', 2: 'Not taken up.' }),
      coding([only], { 1: 'I coded nothing here.' }),
    ])
    expect(key).toEqual({
      kind: 'annotate',
      passages: [{ turn: 1, from: 0, to: 26, code: 'one', because: ['No doubt in it.', 'She knows.'] }],
    })
  })

  test('has what exactly half of the members coded', () => {
    expect(formConsensus(asked, [coding([only]), coding([])])).toMatchObject({ passages: [only] })
  })

  test('has nothing where nobody agreed', () => {
    const key = formConsensus(asked, [coding([first]), coding([only]), coding([])])
    expect(key).toEqual({ kind: 'annotate', passages: [] })
  })
})

describe('the consensus on a benchmark', () => {
  const asked = { criteria: [{ id: 'asking' }], criticalErrors: [{ id: 'certainty' }] }
  const mark = (level: number | null, global: number, errors: string[] = []) => ({
    ratings: { asking: { level, because: `Level ${level}.` } },
    global: { level: global, because: `All in all ${global}.` },
    criticalErrors: errors.map((id) => ({ id, because: 'She is told.' })),
  })

  test('is the median of an odd number, with how far the marks lay apart and all reasons', () => {
    expect(benchmarkConsensus(asked, [mark(5, 4), mark(3, 5), mark(4, 5)])).toEqual({
      kind: 'benchmark',
      ratings: { asking: { level: 4, because: 'Level 3.\nLevel 4.\nLevel 5.' } },
      global: { level: 5, because: 'All in all 4.\nAll in all 5.\nAll in all 5.' },
      criticalErrors: [],
      comment: '',
      spread: {
        asking: { lowest: 3, highest: 5, notRateable: 0 },
        global: { lowest: 4, highest: 5, notRateable: 0 },
      },
    })
  })

  test('is the lower of the two in the middle of an even number', () => {
    expect(benchmarkConsensus(asked, [mark(3, 3), mark(4, 5), mark(5, 6), mark(5, 4)])).toMatchObject({
      ratings: { asking: { level: 4 } },
      global: { level: 4 },
    })
  })

  test('is not rateable where at least half could not rate', () => {
    expect(benchmarkConsensus(asked, [mark(null, 3), mark(5, 3), mark(4, 3)]).ratings.asking?.level).toBe(4)
    expect(benchmarkConsensus(asked, [mark(null, 3), mark(5, 3)]).ratings.asking?.level).toBeNull()
  })

  test('has a critical error that at least half saw', () => {
    const marks = [mark(3, 3, ['certainty']), mark(3, 3, ['certainty']), mark(3, 3)]
    expect(benchmarkConsensus(asked, marks).criticalErrors).toEqual([
      { id: 'certainty', because: 'She is told.\nShe is told.' },
    ])
    expect(benchmarkConsensus(asked, [...marks.slice(1), mark(3, 3)]).criticalErrors).toEqual([])
  })
})

test('a panel of one mind scores its own answers with 1', () => {
  const shift = fc.constantFrom<-2 | -1 | 0 | 1 | 2>(-2, -1, 0, 1, 2)
  fc.assert(
    fc.property(shift, shift, fc.integer({ min: 1, max: 12 }), (one, two, members) => {
      const asked = { kind: 'script-concordance', items: [{ id: 'one' }, { id: 'two' }] } as const
      const answers = { kind: asked.kind, shifts: { one, two } }
      const key = formConsensus(
        asked,
        Array.from({ length: members }, () => member(answers)),
      )
      expect(scoreKeyed(key, answers, []).share).toEqual({ value: 1 })
    }),
  )
})

test('a consensus takes three members, and ten for concordance items', () => {
  expect(mayForm('annotate', 2)).toEqual({
    met: false,
    need: 3,
    have: 2,
    because: '2 members have answered. It takes 3: fewer do not make a panel.',
  })
  expect(mayForm('annotate', 3)).toMatchObject({ met: true, because: '3 members have answered.' })
  expect(mayForm('script-concordance', 9)).toMatchObject({ met: false, need: 10, have: 9 })
  expect(mayForm('script-concordance', 10)).toMatchObject({ met: true })
  expect(mayForm('benchmark', 1)).toMatchObject({ because: expect.stringMatching(/^1 member has answered/) })
})

test('a panel takes answers to the end of its last day', () => {
  expect([isPanelOpen('2026-11-25', '2026-11-25'), isPanelOpen('2026-11-25', '2026-11-26')]).toEqual([true, false])
})
