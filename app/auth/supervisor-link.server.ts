import { createHash, randomBytes, randomInt } from 'node:crypto'
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding'
import type { Db } from '#app/db/client.server.ts'
import { listWaitingRequests } from '#app/db/countersigning.server.ts'
import { findMailing, saveCode, saveLink } from '#app/db/supervisor-links.server.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { LINK_DAYS } from '#app/domain/portfolio/supervisor-mail.ts'
import { DAY_MS } from '#app/domain/time.ts'

const SECRET_BYTES = 20
const CODE_DIGITS = 6
const CODE_MINUTES = 15

/** After so many wrong ones a new code has to be sent: five guesses in a million. */
export const CODE_TRIES = 5

/**
 * Makes the secret of a supervisor's personal link, which is good for exactly what waits for them now, each entry by the digest of
 * its version. Only a hash of it is kept.
 */
export async function issueSupervisorLink(tx: Db, supervisorId: string, now: Date): Promise<string> {
  const secret = encodeBase32LowerCaseNoPadding(randomBytes(SECRET_BYTES))
  const { timeZone } = await findMailing(tx, supervisorId)
  const waiting = await listWaitingRequests(supervisorId, tx)
  await saveLink(tx, secret, {
    supervisorId,
    sentOn: todayIn(timeZone, now),
    entries: Object.fromEntries(waiting.map(({ id, digest }) => [id, digest])),
    expiresAt: new Date(now.getTime() + LINK_DAYS * DAY_MS),
    now,
  })
  return secret
}

/** Makes the code that signing by a link takes, beside the link itself. It takes the place of an earlier one. */
export async function issueSigningCode(tx: Db, linkId: string, now: Date): Promise<string> {
  const code = `${randomInt(10 ** CODE_DIGITS)}`.padStart(CODE_DIGITS, '0')
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000)
  await saveCode(tx, linkId, { hash: hashCode(linkId, code), expiresAt })
  return code
}

/** With the link, so that the same code for another link is another hash. */
export const hashCode = (linkId: string, code: string): string =>
  createHash('sha256').update(`${linkId} ${code}`).digest('hex')
