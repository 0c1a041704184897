/** A cohort's discussion is for thinking aloud: what somebody wrote can be put right while it is fresh, and answers come to rest on it then. */
export const CORRECT_WITHIN_MINUTES = 60

/** Who reads: one of the cohort, and whether as one of its training leads. */
export type Reader = { id: string; isLead: boolean }

export type PostFacts = {
  authorId: string
  /** ISO 8601. */
  postedAt: string
  isTakenBack: boolean
  isHidden: boolean
  /** Empty where it is not hidden. */
  hiddenBecause: string
}

/** What a reader sees of a post: its text, or why it is not there. `because`: to its author and to leads, who see the text of a hidden one. */
export type ShownAs =
  | { shows: 'text'; hiddenBecause?: string }
  | { shows: 'taken-back' }
  /** By a training lead; why is told to the author alone. */
  | { shows: 'hidden' }

/** What a reader sees in the place of a post. Its author and the leads go on to see what was hidden; what was taken back nobody sees. */
export function shownAs(post: PostFacts, reader: Reader): ShownAs {
  if (post.isTakenBack) return { shows: 'taken-back' }
  if (!post.isHidden) return { shows: 'text' }
  const isTold = reader.isLead || reader.id === post.authorId
  return isTold ? { shows: 'text', hiddenBecause: post.hiddenBecause } : { shows: 'hidden' }
}

export type PostAct = 'correct' | 'take-back' | 'hide' | 'show' | 'report'

type Circumstances = { isThreadClosed: boolean; hasReported: boolean }

/** What a reader may do with a post at this moment. */
export function actsOn(post: PostFacts, reader: Reader, { isThreadClosed, hasReported }: Circumstances, now: Date) {
  const isOwn = post.authorId === reader.id
  const isThere = !post.isTakenBack && !post.isHidden
  const isFresh = now.getTime() - new Date(post.postedAt).getTime() <= CORRECT_WITHIN_MINUTES * 60_000
  const allowed: Record<PostAct, boolean> = {
    correct: isOwn && isThere && isFresh && !isThreadClosed,
    'take-back': isOwn && !post.isTakenBack,
    hide: reader.isLead && !isOwn && isThere,
    show: reader.isLead && post.isHidden && !post.isTakenBack,
    report: !reader.isLead && !isOwn && isThere && !hasReported,
  }
  return (Object.keys(allowed) as PostAct[]).filter((act) => allowed[act])
}

/** What stands in the place of a title that says too much: a thread's title goes the way of its first post. */
export function shownTitle(title: string, opening: PostFacts, reader: Reader): string {
  const { shows } = shownAs(opening, reader)
  if (shows === 'taken-back') return 'Taken back by its author'
  return shows === 'hidden' ? 'Taken away by the training lead' : title
}

export const THREAD_CLOSED = 'A training lead has closed this thread, so nobody can write in it any more.'
export const TOO_LATE = 'A post can be corrected for an hour. After that you can take it back, or write another.'
