import { expect, test } from 'vitest'
import { keyOf } from '#app/content/key-of.ts'
import { readContent } from '#app/content/read-content.server.ts'
import { isKeyed } from '#app/content/vignettes.ts'
import type { KeyedAnswers } from '#app/domain/keyed/answers.ts'
import type { Key } from '#app/domain/keyed/key.ts'
import { faultsOf } from '#app/domain/keyed/read-answers.ts'
import { scoreKeyed } from '#app/domain/keyed/score-keyed.ts'

const { items } = await readContent('content', { withUnsourced: true })
const keyed = items.flatMap(({ kind, body }) => (kind === 'vignette' && isKeyed(body) ? [body] : []))

/** What the key itself would answer. */
function answersOf(key: Key): KeyedAnswers {
  if (key.kind === 'annotate')
    return { kind: key.kind, passages: key.passages.map(({ because: _, ...passage }) => passage) }
  if (key.kind === 'script-concordance') {
    const best = ([-2, -1, 0, 1, 2] as const).map((shift) => [`${shift}`, shift] as const)
    const mode = (panel: Record<string, number>) =>
      best.reduce((one, other) => ((panel[other[0]] ?? 0) > (panel[one[0]] ?? 0) ? other : one), best[0] ?? ['0', 0])[1]
    return {
      kind: key.kind,
      shifts: Object.fromEntries(Object.entries(key.items).map(([id, { panel }]) => [id, mode(panel)])),
    }
  }
  const judged = Object.entries(key.items).map(([id, item]) => {
    if (item.mode === 'choose') {
      const best = Object.entries(item.credits).sort((a, b) => b[1] - a[1])
      return [id, { chosen: best.map(([option]) => option) }] as const
    }
    const order = Object.entries(item.places).sort((a, b) => a[1] - b[1])
    return [id, { places: Object.fromEntries(order.map(([option], index) => [option, index + 1])) }] as const
  })
  return { kind: key.kind, items: Object.fromEntries(judged) }
}

test('there are vignettes of each kind that a key scores', () => {
  expect(new Set(keyed.map(({ kind }) => kind))).toEqual(
    new Set(['annotate', 'script-concordance', 'situational-judgement']),
  )
})

test.each(keyed.map((vignette) => [vignette.slug, vignette] as const))(
  'the key of %s scores itself with 1',
  (_, vignette) => {
    const key = keyOf(vignette)
    const texts = vignette.kind === 'annotate' ? vignette.transcript.map(({ says }) => says) : []
    const answers = answersOf(key)
    if (answers.kind === 'situational-judgement' && vignette.kind === 'situational-judgement')
      for (const item of vignette.items) {
        const judged = answers.items[item.id]
        if (item.mode === 'choose' && judged && 'chosen' in judged) judged.chosen.splice(item.choose)
      }
    expect(faultsOf(vignette, answers)).toEqual({})
    expect(scoreKeyed(key, answers, texts).share).toEqual({ value: expect.closeTo(1, 9) })
  },
)

test('a coded passage stands where its words do', () => {
  const vignette = keyed.find(({ slug }) => slug === 'a-date-in-green')
  if (vignette?.kind !== 'annotate') throw new Error('the vignette is not there')
  const key = keyOf(vignette)
  const words =
    key.kind === 'annotate' &&
    key.passages.map(({ turn, from, to }) => vignette.transcript[turn - 1]?.says.slice(from, to))
  expect(words).toEqual(vignette.coding.map((coded) => coded.words))
})
