import { createHash } from 'node:crypto'
import { requireActor } from '#app/auth/guards.server.ts'
import { downloadCertificate } from '#app/features/credentials/own-certificates.server.ts'
import type { Route } from './+types/route'

/** A certificate as a file, named by its number: a shared computer's list of downloads tells no name. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const { certificate, pdf } = await downloadCertificate(actor, args.params.number)
  const headers = {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${certificate.number}.pdf"`,
    'Cache-Control': 'private, no-cache',
    ETag: `"${createHash('sha256').update(pdf).digest('base64url').slice(0, 22)}"`,
  }
  if (args.request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(Buffer.from(pdf), { headers: { ...headers, 'Content-Length': String(pdf.byteLength) } })
}
