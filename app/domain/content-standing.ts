/** One version of a file's words. `isAuthored`: they were written on the authoring pages, and the installation has not brought them. */
export type WrittenSource = { number: number; digest: string; isAuthored: boolean }

/**
 * What is published of a file beside what the installation brings.
 * - `as-installed`: the same words.
 * - `authored`: it was changed here, knowing of the installation's file.
 * - `file-changed`: it was changed here, and the installation has brought another file since; a person takes the one or the other.
 */
export type ContentStanding = 'as-installed' | 'authored' | 'file-changed'

export function contentStanding(
  installed: Pick<WrittenSource, 'number' | 'digest'>,
  current: WrittenSource | null,
): ContentStanding {
  if (!current?.isAuthored || current.digest === installed.digest) return 'as-installed'
  return current.number > installed.number ? 'authored' : 'file-changed'
}
