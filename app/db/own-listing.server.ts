import type { Profession } from '#app/domain/people.ts'
import type { Listing } from '#app/domain/register.ts'
import type { HeldCredential } from '#app/domain/register-entry.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type HeldJson, heldJson, readHeld } from './held-credentials.server.ts'

export type KeptListing = Listing & { code: string; isListed: boolean }

/** What somebody holds and, if they ever were in the register, with what. */
export type OwnListing = { profession: Profession; held: HeldCredential[]; listing: KeptListing | null }

/** One statement. */
export async function findOwnListing(userId: string, tx: Db = db()): Promise<OwnListing> {
  const [row] = await tx.$queryRaw<(Omit<OwnListing, 'held'> & { held: HeldJson[] })[]>`
    SELECT u.profession, ${heldJson(Prisma.sql`u.id`)} AS held,
           (SELECT json_build_object(
              'code', l.code, 'isListed', l.unlisted_at IS NULL, 'showsProfession', l.shows_profession, 'town', l.town,
              'country', l.country, 'languages', l.languages, 'worksWith', l.works_with, 'isIndexable', l.is_indexable)
            FROM register_listing l WHERE l.user_id = u.id) AS listing
    FROM "user" u WHERE u.id = ${userId}::uuid`
  if (!row) throw new Response('This account is gone.', { status: 404 })
  return { ...row, held: readHeld(row.held) }
}

/** One change of a person's listing after the other, until the transaction ends. */
export async function holdListing(tx: Db, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
}

/** Lists somebody with this, under `code` unless they have one. */
export async function saveListing(
  tx: Db,
  { userId, code }: { userId: string; code: string },
  listing: Listing,
  now: Date,
): Promise<void> {
  const shown = { ...listing, updatedAt: now, unlistedAt: null }
  await tx.registerListing.upsert({
    where: { userId },
    create: { ...shown, userId, code, listedAt: now },
    update: shown,
    select: { code: true },
  })
}

/** What was shown is kept for whoever comes back. */
export async function endListing(tx: Db, userId: string, now: Date): Promise<void> {
  await tx.registerListing.update({ where: { userId }, data: { unlistedAt: now }, select: { code: true } })
}
