import type { Finding } from '#app/content/findings.ts'
import { fingerprintsOf, isWorthALook, likenessOf } from '#app/domain/similarity.ts'
import type { LessonProse } from './lessons.ts'

/**
 * Lessons that are alike beyond what is told of two trainees' answers: much of one stands in the other, or one long passage does. Only
 * those that share a fingerprint are compared.
 */
export function lessonsAlike(lessons: readonly LessonProse[]): Finding[] {
  const texts = lessons.map(({ name, paragraphs }) => ({ name, text: paragraphs.join('\n') }))
  return pairsWithAFingerprint(texts).flatMap(([one, other]) => {
    const likeness = likenessOf(other.text, one.text)
    if (!isWorthALook(likeness)) return []
    const longest = likeness.passages.toSorted((a, b) => b.words - a.words)[0]
    const passage = other.text.slice(longest?.here.from, longest?.here.to)
    const message = `${Math.round(likeness.share * 100)} % of its words stand in ${one.name} as well, among them "${passage}"`
    return [{ file: other.name, line: 1, column: 1, field: 'lesson', message }]
  })
}

type Named = { name: string; text: string }

function pairsWithAFingerprint(texts: readonly Named[]): [Named, Named][] {
  const seen = new Map<bigint, number[]>()
  const pairs = new Set<string>()
  texts.forEach(({ text }, place) => {
    for (const print of fingerprintsOf(text)) {
      const earlier = seen.get(print) ?? []
      for (const one of earlier) pairs.add(`${one} ${place}`)
      seen.set(print, [...earlier, place])
    }
  })
  return [...pairs].flatMap((pair) => {
    const [one, other] = pair.split(' ').map((place) => texts[Number(place)])
    return one && other ? [[one, other] as [Named, Named]] : []
  })
}
