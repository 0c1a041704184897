import { priceWords } from '#app/content/price-words.ts'
import type { HeldStatus } from '#app/db/held-statuses.server.ts'
import { appealsClose } from '#app/domain/appeals.ts'
import type { Fee } from '#app/domain/billing/fee.ts'
import type { EvaluatedPathway } from '#app/domain/pathway/evaluated.ts'
import type { PathwayFacts } from '#app/domain/pathway/facts.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import {
  evaluateRenewalOf,
  isHeld,
  type RenewableStatus,
  renewalRules,
  renewedUntil,
  type StatusStanding,
  standingOf,
} from '#app/domain/renewal.ts'
import { isSelling } from '#app/integrations/stripe.server.ts'

type Holder = Pick<Actor, 'timeZone'>

/** A refusal leaves a status undecided for as long as its holder can appeal against it. */
const renewableOf = (status: HeldStatus, { timeZone }: Holder, now: Date): RenewableStatus => ({
  ...status,
  isUndecided:
    status.isRenewalOpen ||
    (status.renewalRefusedAt !== null && now < appealsClose(new Date(status.renewalRefusedAt), timeZone)),
})

/** How a status stands for its holder at this moment, by the rules that its renewal goes by. */
export const standingFor = (status: HeldStatus, holder: Holder, now: Date): StatusStanding =>
  standingOf(renewableOf(status, holder, now), renewalRules(status.judgedBy.renewal), todayIn(holder.timeZone, now))

export type OwnStatus = Pick<HeldStatus, 'id' | 'title' | 'pathwaySlug' | 'grantedOn' | 'validUntil'> &
  StatusStanding & {
    /** What its renewal asks for and how far it has come; null where it is not to be renewed, or nobody asks. */
    renewal: EvaluatedPathway | null
    /** The last day of the next term. */
    wouldHoldUntil: string
    isUndecided: boolean
    /** What its renewal costs, in words; absent where that is free. */
    fee: string | undefined
  }

/** Nothing is asked where nothing is sold. */
export const feeWords = (fee: Fee | undefined): string | undefined =>
  fee && isSelling() ? priceWords(fee.price) : undefined

/** The statuses of a person with how each stands, and what its renewal still takes. @param facts null: nobody asks for that. */
export function ownStatuses(
  statuses: readonly HeldStatus[],
  { facts, holder, now }: { facts: PathwayFacts | null; holder: Holder; now: Date },
): OwnStatus[] {
  return statuses.map((status) => {
    const { id, title, pathwaySlug, grantedOn, validUntil, since, judgedBy } = status
    const standing = standingFor(status, holder, now)
    return {
      ...{ id, title, pathwaySlug, grantedOn, validUntil, ...standing },
      isUndecided: renewableOf(status, holder, now).isUndecided,
      fee: feeWords(judgedBy.renewal?.fee),
      wouldHoldUntil: renewedUntil(validUntil, renewalRules(judgedBy.renewal).every),
      renewal:
        facts && isHeld(standing)
          ? evaluateRenewalOf({ ...judgedBy, since }, facts, todayIn(holder.timeZone, now))
          : null,
    }
  })
}
