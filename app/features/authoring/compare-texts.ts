import { type Change, diffLines, diffWordsWithSpace } from 'diff'

/** One stretch of a comparison. `left-out`: lines that are the same in both and far from any change. */
export type Stretch =
  | { kind: 'same'; text: string }
  | { kind: 'changed'; parts: { kind: 'same' | 'taken-out' | 'put-in'; text: string }[] }
  | { kind: 'left-out'; lineCount: number }

const CONTEXT_LINES = 2

/**
 * What differs between two texts: by lines, and by words within those that changed, since a paragraph is one line.
 * @returns nothing where they are the same.
 */
export function compareTexts(before: string, after: string): Stretch[] {
  if (before === after) return []
  const changes = diffLines(before, after)
  return changes.flatMap((change, index) => {
    const [previous, next] = [changes[index - 1], changes[index + 1]]
    if (change.removed) return [changedStretch(change.value, next?.added ? next.value : '')]
    if (change.added) return previous?.removed ? [] : [changedStretch('', change.value)]
    return context(change, { hasBefore: index > 0, hasAfter: index < changes.length - 1 })
  })
}

const changedStretch = (before: string, after: string): Stretch => ({
  kind: 'changed',
  parts: diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: removed ? 'taken-out' : added ? 'put-in' : 'same',
    text: value,
  })),
})

/** The lines next to a change, so that one knows where it is. */
function context({ value }: Change, { hasBefore, hasAfter }: { hasBefore: boolean; hasAfter: boolean }): Stretch[] {
  const lines = value.replace(/\n$/, '').split('\n')
  const head = hasBefore ? lines.slice(0, CONTEXT_LINES) : []
  const rest = lines.slice(head.length)
  const tail = hasAfter ? rest.slice(Math.max(0, rest.length - CONTEXT_LINES)) : []
  const lineCount = rest.length - tail.length
  const same = (shown: readonly string[]): Stretch[] =>
    shown.length > 0 ? [{ kind: 'same', text: `${shown.join('\n')}\n` }] : []
  return [...same(head), ...(lineCount > 0 ? [{ kind: 'left-out' as const, lineCount }] : []), ...same(tail)]
}
