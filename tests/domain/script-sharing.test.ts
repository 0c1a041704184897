import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayMark } from '#app/domain/allocation.ts'
import { type SharedScript, shareScripts } from '#app/domain/script-sharing.ts'

const scriptOf = (id: string, facts: Partial<SharedScript> = {}): SharedScript => ({
  id,
  attemptId: `attempt of ${id}`,
  traineeId: `trainee of ${id}`,
  conflicts: [],
  otherMarkerIds: [],
  ...facts,
})

const scripts = (count: number, facts: Partial<SharedScript> = {}) =>
  Array.from({ length: count }, (_, place) => scriptOf(`s${place}`, facts))

const equally = (...names: string[]) => names.map((markerId) => ({ markerId, weight: 1 }))

const counts = ({ given }: ReturnType<typeof shareScripts>) => {
  const byMarker: Record<string, number> = {}
  for (const { markerId } of given) byMarker[markerId] = (byMarker[markerId] ?? 0) + 1
  return byMarker
}

describe('sharing scripts', () => {
  test('gives each marker their share, and not by the order in which the scripts came', () => {
    const shared = shareScripts(scripts(30), { markers: equally('lena', 'tomas', 'mira'), seed: 'a' })
    expect(counts(shared)).toEqual({ lena: 10, tomas: 10, mira: 10 })
    const first = shared.given.slice(0, 10).map(({ scriptId }) => scriptId)
    expect(first).not.toEqual(scripts(10).map(({ id }) => id))
  })

  test('goes by weights', () => {
    const markers = [
      { markerId: 'lena', weight: 3 },
      { markerId: 'tomas', weight: 1 },
    ]
    expect(counts(shareScripts(scripts(8), { markers, seed: 'a' }))).toEqual({ lena: 6, tomas: 2 })
  })

  test('passes over whoever may not mark a script, says why, and keeps the shares even', () => {
    const own = [0, 1, 2].map((place) => scriptOf(`own${place}`, { traineeId: 'lena' }))
    const shared = shareScripts([...scripts(5), ...own], { markers: equally('lena', 'tomas'), seed: 'a' })
    expect(counts(shared)).toEqual({ lena: 4, tomas: 4 })
    expect(shared.given.filter(({ scriptId }) => scriptId.startsWith('own')).map(({ markerId }) => markerId)).toEqual([
      'tomas',
      'tomas',
      'tomas',
    ])
    expect(Object.fromEntries(shared.barred.get('lena') ?? [])).toEqual({ 'own-work': 3 })
  })

  test('leaves what nobody of them may mark', () => {
    const shared = shareScripts([scriptOf('own', { traineeId: 'lena' })], { markers: equally('lena'), seed: 'a' })
    expect(shared).toMatchObject({ given: [], left: ['own'] })
  })

  test('gives the two scripts of one answer to two markers, and leaves the second one where there is one marker', () => {
    const both = [scriptOf('first', { attemptId: 'one' }), scriptOf('second', { attemptId: 'one' })]
    for (const seed of ['a', 'b', 'c', 'd'])
      expect(counts(shareScripts(both, { markers: equally('lena', 'tomas'), seed }))).toEqual({ lena: 1, tomas: 1 })
    expect(shareScripts(both, { markers: equally('lena'), seed: 'a' })).toMatchObject({
      given: [{ markerId: 'lena' }],
      left: ['second'],
    })
  })

  test('gives no more than asked for, of those that somebody of them may mark, by chance', () => {
    const own = [0, 1, 2, 3].map((place) => scriptOf(`own${place}`, { traineeId: 'lena' }))
    const given = (seed: string) => {
      const shared = shareScripts([...own, ...scripts(20)], { markers: equally('lena'), most: 5, seed })
      expect(counts(shared)).toEqual({ lena: 5 })
      return shared.given.map(({ scriptId }) => scriptId).sort()
    }
    expect(given('a')).not.toEqual(given('b'))
  })

  test('is the same for the same seed', () => {
    const share = () => shareScripts(scripts(20), { markers: equally('lena', 'tomas'), seed: 'a' })
    expect(share()).toEqual(share())
  })

  test('gives every script once, never to somebody who may not, whatever is declared', () => {
    const names = ['lena', 'tomas', 'mira']
    const script = fc.record({
      trainee: fc.constantFrom('noor', ...names),
      answer: fc.nat(12),
      supervisors: fc.subarray(names),
      others: fc.subarray(names),
    })
    fc.assert(
      fc.property(fc.array(script, { maxLength: 40 }), fc.string(), (made, seed) => {
        const all = made.map(({ trainee, answer, supervisors, others }, place) =>
          scriptOf(`s${place}`, {
            attemptId: `answer ${answer}`,
            traineeId: trainee,
            otherMarkerIds: others,
            conflicts: supervisors.map((markerId) => ({ markerId, kind: 'supervisee' as const })),
          }),
        )
        const { given, left } = shareScripts(all, { markers: equally(...names), seed })
        expect([...given.map(({ scriptId }) => scriptId), ...left].sort()).toEqual(all.map(({ id }) => id).sort())
        const answers = given.map(({ scriptId, markerId }) => {
          const script = all.find(({ id }) => id === scriptId)
          expect(script && mayMark(markerId, script)).toEqual({ may: true })
          return `${script?.attemptId} ${markerId}`
        })
        expect(new Set(answers).size).toBe(answers.length)
      }),
    )
  })
})
