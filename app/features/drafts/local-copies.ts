import type { SavedDraft } from '#app/domain/draft.ts'
import type { Rival } from './draft-state.ts'

/** Unsent work that a page left in this browser. */
export type LocalCopy<Body> = {
  writer: string
  revision: number
  /** The server's version that it was written on top of. */
  baseVersion: number
  body: Body
  writtenAt: string
}

export type Reconciled<Body> = {
  /** Goes on from the server's version, so it is put back and saved. */
  restore: LocalCopy<Body> | null
  /** Has to be compared: the server has something newer from elsewhere. */
  rivals: Rival<Body>[]
}

/**
 * Decides what becomes of work that earlier pages left in this browser, when a page is opened on the server's version.
 * @param isSame whether two bodies say the same; such a copy is not worth a word.
 */
export function reconcile<Body>(
  saved: SavedDraft<Body> | null,
  copies: readonly LocalCopy<Body>[],
  isSame: (one: Body, other: Body) => boolean,
): Reconciled<Body> {
  const version = saved?.version ?? 0
  const unsent = copies.filter((copy) => !isOnServer(saved, copy, isSame)).toSorted(byLatest)
  const restore = unsent.find((copy) => copy.baseVersion === version || copy.writer === saved?.writer) ?? null
  const others = unsent.filter((copy) => copy !== restore && !(restore && isSame(copy.body, restore.body)))
  return {
    restore,
    rivals: others.map(({ body, writtenAt }) => ({ from: 'browser', body, writtenAt, version })),
  }
}

/** The answer to a save may have got lost with the page that waited for it. */
function isOnServer<Body>(
  saved: SavedDraft<Body> | null,
  copy: LocalCopy<Body>,
  isSame: (one: Body, other: Body) => boolean,
): boolean {
  if (!saved) return false
  return (copy.writer === saved.writer && copy.revision <= saved.revision) || isSame(copy.body, saved.body)
}

const byLatest = (one: { writtenAt: string }, other: { writtenAt: string }) =>
  other.writtenAt.localeCompare(one.writtenAt)
