import { randomBytes } from 'node:crypto'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { endListing, findOwnListing, holdListing, type KeptListing, saveListing } from '#app/db/own-listing.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { changedFields, LISTING_CODE_BYTES, type Listing, listingCode } from '#app/domain/register.ts'
import { registerEntry } from '#app/domain/register-entry.ts'
import { type ShownPerson, shownPerson } from './shown-person.ts'

const NOTHING: Listing = {
  showsProfession: false,
  town: '',
  country: '',
  languages: [],
  worksWith: [],
  isIndexable: false,
}

export type OwnListing = {
  /** Whether they hold a status that the register shows. */
  canBeListed: boolean
  /** What is shown, or was shown last. */
  listing: Listing | KeptListing
  isListed: boolean
  code: string | undefined
  /** What the public sees, or would see. */
  preview: ShownPerson | undefined
}

/**
 * Whether one is in the register, and with what.
 * @param draft shows what the public would see of this instead.
 */
export async function readOwnListing(actor: Actor, now: Date, draft?: Listing): Promise<OwnListing> {
  const { profession, held, listing } = await findOwnListing(actor.id)
  const shown = draft ?? listing ?? NOTHING
  const preview = shownPerson({ ...shown, profession, held }, now, now)
  return {
    canBeListed: preview !== undefined,
    ...{ listing: shown, isListed: listing?.isListed ?? false, code: listing?.code, preview },
  }
}

/**
 * Puts one into the register with what one agrees to show, or changes that. Refuses whoever holds no status that the register would show.
 * @throws a 409 Response then.
 */
export async function keepListing(
  actor: Actor,
  agreed: Listing,
  now: Date,
): Promise<'listed' | 'changed' | 'as-before'> {
  return transact(async (tx) => {
    await holdListing(tx, actor.id)
    const { held, listing } = await findOwnListing(actor.id, tx)
    if (!registerEntry(held, now, now))
      throw new Response('The register shows holders of a practitioner status, and you hold none.', { status: 409 })
    const fields = listing?.isListed ? changedFields(listing, agreed) : changedFields(NOTHING, agreed)
    if (listing?.isListed && fields.length === 0) return 'as-before'
    const code = listingCode(randomBytes(LISTING_CODE_BYTES))
    await saveListing(tx, { userId: actor.id, code }, agreed, now)
    const done = listing?.isListed ? 'changed' : 'listed'
    // Which fields, and not what they say: that is the person's to erase.
    await record(tx, actor, done, now, { fields, isIndexable: agreed.isIndexable })
    return done
  })
}

/** Takes one out of the register at once. Done again, it changes nothing. */
export async function leaveRegister(actor: Actor, now: Date): Promise<void> {
  await transact(async (tx) => {
    await holdListing(tx, actor.id)
    const { listing } = await findOwnListing(actor.id, tx)
    if (!listing?.isListed) return
    await endListing(tx, actor.id, now)
    await record(tx, actor, 'unlisted', now)
  })
}

const record = (
  tx: Parameters<typeof recordAudit>[0],
  actor: Actor,
  done: 'listed' | 'changed' | 'unlisted',
  at: Date,
  details?: { fields: string[]; isIndexable: boolean },
) =>
  recordAudit(tx, {
    ...{ actor, at, action: `register.${done}`, object: { kind: 'user', id: actor.id } },
    ...(details && { details }),
  })
