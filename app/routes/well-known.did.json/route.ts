import { viewDidDocument } from '#app/features/credentials/issuer/own-did.server.ts'
import { publicFile } from '#app/http/public-file.ts'
import type { Route } from './+types/route'

/** The keys of the issuer, as the did:web method looks for them. */
export async function loader({ request }: Route.LoaderArgs) {
  return publicFile(request, JSON.stringify(await viewDidDocument()), { type: 'application/did+json' })
}
