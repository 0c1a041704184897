import { transact } from '#app/db/client.server.ts'
import { findUnsignedCertificates } from '#app/db/credentials.server.ts'
import { signCertificates } from './sign-certificates.server.ts'

/** As many as one transaction signs. */
const AT_ONCE = 50

/**
 * Makes the credentials of certificates that were issued before there were any, one batch after the other. Repeated, it does nothing; of
 * two that run at once one fails at the database and is tried again.
 * @returns how many were made.
 */
export async function signOlderCertificates(now: Date): Promise<number> {
  let made = 0
  for (;;) {
    const ids = await findUnsignedCertificates(AT_ONCE)
    if (ids.length === 0) return made
    await transact((tx) => signCertificates(tx, ids, now))
    made += ids.length
  }
}
