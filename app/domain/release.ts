import type { AttemptState } from './attempts.ts'
import type { AllocationPurpose } from './marking.ts'
import type { MarkingPolicy } from './marking-policy.ts'
import { inNumber } from './wording.ts'

/** What decides whether a trainee can be given the marks of an attempt. */
export type ReleaseFacts = {
  state: AttemptState
  /** Whether a final mark is in force. */
  isMarked: boolean
  /** Whether its two markers talk about it. */
  isInTalk: boolean
  /** What it still waits for or is being marked as. */
  openScripts: readonly AllocationPurpose[]
  /** Whether it was drawn to be looked at by a moderator who has not said anything yet. */
  isInModeration: boolean
  /** Answers of the same cohort to the same vignette that have no final mark yet. */
  othersUnmarked: number
  release: MarkingPolicy['release']
}

export type ReleaseHold = {
  rule: 'withdrawn' | 'again' | 'adjudication' | 'talk' | 'not-marked' | 'moderation' | 'not-before' | 'together'
  text: string
  /** ISO 8601: when it ends by itself. */
  until?: string
}

/** The first thing that keeps an attempt's marks from its trainee; null where nothing does, or where they have them already. */
export function whyHeld(facts: ReleaseFacts, now: Date): ReleaseHold | null {
  const { state, isMarked, isInTalk, openScripts, isInModeration, othersUnmarked, release } = facts
  if (state === 'released') return null
  if (state !== 'submitted') return hold('withdrawn', 'The trainee has withdrawn this answer.')
  if (openScripts.includes('again')) return hold('again', 'It is being marked again.')
  if (openScripts.includes('adjudication')) return hold('adjudication', 'A third marker has not decided yet.')
  if (isInTalk) return hold('talk', 'Its two markers have not agreed yet.')
  if (!isMarked || openScripts.length > 0) return hold('not-marked', 'It is not finally marked yet.')
  if (isInModeration) return hold('moderation', 'It was drawn for moderation and nobody has looked at it yet.')
  if (release.notBefore && now < new Date(release.notBefore))
    return { ...hold('not-before', 'The cohort’s marks are held until a set time.'), until: release.notBefore }
  if (release.sequence === 'together' && othersUnmarked > 0) return hold('together', togetherText(othersUnmarked))
  return null
}

const hold = (rule: ReleaseHold['rule'], text: string): ReleaseHold => ({ rule, text })

/** Counted no further than this. */
export const MOST_UNMARKED = 100

const togetherText = (unmarked: number) =>
  unmarked >= MOST_UNMARKED
    ? `The cohort’s answers to this vignette are released together, and ${MOST_UNMARKED} or more are not finally marked yet.`
    : inNumber(unmarked, {
        one: 'The cohort’s answers to this vignette are released together, and 1 is not finally marked yet.',
        other: 'The cohort’s answers to this vignette are released together, and {n} are not finally marked yet.',
      })
