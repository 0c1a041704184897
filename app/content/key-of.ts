import type { Key } from '#app/domain/keyed/key.ts'
import type { KeyedVignette } from './vignette-schema.ts'

/** The key that stands in the vignette itself: a demonstration, unless its provenance names a panel. */
export function keyOf(vignette: KeyedVignette): Key {
  const { kind } = vignette
  if (kind === 'annotate')
    return { kind, passages: vignette.coding.map((coded) => passageOf(vignette.transcript, coded)) }
  if (kind === 'script-concordance') {
    const items = vignette.items.map(({ id, panel, because }) => [id, { panel, because: [because] }])
    return { kind, items: Object.fromEntries(items) }
  }
  const items = vignette.items.map((item) => [item.id, { ...judgementKey(item), because: [item.because] }])
  return { kind, items: Object.fromEntries(items) }
}

type Coded = Extract<KeyedVignette, { kind: 'annotate' }>['coding'][number]

/** The exact words stand once in their turn: the content check has seen to it. */
function passageOf(transcript: readonly { says: string }[], { turn, words, code, because }: Coded) {
  const from = transcript[turn - 1]?.says.indexOf(words) ?? -1
  if (from < 0) throw new Error(`“${words}” does not stand in turn ${turn}`)
  return { turn, from, to: from + words.length, code, because: [because] }
}

type JudgementItem = Extract<KeyedVignette, { kind: 'situational-judgement' }>['items'][number]

function judgementKey(item: JudgementItem) {
  if (item.mode === 'rank')
    return { mode: item.mode, places: Object.fromEntries(item.options.map(({ id, place }) => [id, place])) }
  return { mode: item.mode, credits: Object.fromEntries(item.options.map(({ id, credit }) => [id, credit])) }
}
