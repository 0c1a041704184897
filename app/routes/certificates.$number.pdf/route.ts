import { requireActor } from '#app/auth/guards.server.ts'
import { downloadCertificate } from '#app/features/credentials/own-certificates.server.ts'
import { download } from '#app/http/download.ts'
import type { Route } from './+types/route'

/** A certificate as a file, for its holder: on A4, or on US Letter with `?paper=letter`. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const paper = new URL(args.request.url).searchParams.get('paper') === 'letter' ? 'letter' : 'a4'
  const { printed, pdf } = await downloadCertificate(actor, args.params.number, paper)
  return download(args.request, Uint8Array.from(pdf), { type: 'application/pdf', name: `${printed.number}.pdf` })
}
