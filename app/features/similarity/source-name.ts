/** What an answer resembles, in words. */
export function sourceName({ otherSource, isOwnEarlier }: { otherSource: string; isOwnEarlier: boolean }): string {
  if (otherSource === 'discussion') return 'The model discussion'
  if (otherSource.startsWith('benchmark:')) return 'A benchmark answer'
  return isOwnEarlier ? 'Another attempt of the same person' : 'An answer of somebody else'
}
