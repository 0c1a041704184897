import { requireActor } from '#app/auth/guards.server.ts'
import { downloadCertificate } from '#app/features/credentials/own-certificates.server.ts'
import { download } from '#app/http/download.ts'
import type { Route } from './+types/route'

/** A certificate as a file, for its holder. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const { certificate, pdf } = await downloadCertificate(actor, args.params.number)
  return download(args.request, Uint8Array.from(pdf), { type: 'application/pdf', name: `${certificate.number}.pdf` })
}
