import { findSigned } from '#app/db/credentials.server.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'

export type SignedFile = { number: string; text: string }

/**
 * The signed credential of a number, byte for byte.
 * @param holderId finds it only if it is this person’s.
 * @throws 404 where there is none.
 */
export async function signedFile(typedNumber: string, holderId?: string): Promise<SignedFile> {
  const reading = parseCertificateNumber(typedNumber)
  const text = 'number' in reading ? await findSigned(reading.number, holderId) : null
  if (text === null || !('number' in reading)) throw new Response('There is no such credential.', { status: 404 })
  return { number: reading.number, text }
}
