import { findSignedFile } from '#app/db/credentials.server.ts'
import type { CredentialKind } from '#app/domain/credential/kinds.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'

export type SignedFile = { number: string; kind: CredentialKind; text: string }

/**
 * The signed form of a credential by its number, byte for byte.
 * @param holderId finds it only if it is this person’s.
 * @throws 404 where there is none.
 */
export async function signedFile(typedNumber: string, holderId?: string): Promise<SignedFile> {
  const reading = parseCertificateNumber(typedNumber)
  const found = 'number' in reading ? await findSignedFile(reading.number, holderId) : null
  if (!found) throw new Response('There is no such credential.', { status: 404 })
  return found
}
