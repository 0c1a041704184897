import { listIssuerKeys } from '#app/db/issuer-keys.server.ts'
import { type DidDocument, didDocument, didWebOf } from '#app/domain/credential/did.ts'
import { settings } from '#app/env.server.ts'

/** The name under which this installation signs. */
export const ownDid = (): string => didWebOf(settings().appUrl)

/** What it says of its keys, for anybody. One statement. */
export const viewDidDocument = async (): Promise<DidDocument> => didDocument(ownDid(), await listIssuerKeys())
