import { data, redirect } from 'react-router'
import { verdicts } from '#app/domain/credential/verdicts.ts'
import { verifyCertificate } from '#app/features/credentials/verify-certificate.server.ts'
import { requestContext } from '#app/http/context.ts'
import { publicPage } from '#app/http/public-page.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import type { Route } from './+types/route'
import { EndedCredential } from './ended-credential.tsx'
import { MistakenNumber } from './mistaken-number.tsx'
import { UnknownNumber } from './unknown-number.tsx'
import { ValidCredential } from './valid-credential.tsx'

function titleOf(verification: Route.ComponentProps['loaderData'] | undefined): string {
  if (!verification) return 'Verify a certificate'
  if ('printed' in verification) return verdicts[verification.printed.kind][verification.state]
  return verification.state === 'unknown' ? 'No such certificate' : 'A mistake in the number'
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${titleOf(loaderData)} · Stance` },
  // A person's certificate is for whoever was given its number, not for search engines.
  { name: 'robots', content: 'noindex, nofollow, noarchive' },
]

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader(args: Route.LoaderArgs) {
  const verification = await verifyCertificate(args.params.number, args.context.get(requestContext).now)
  if ('printed' in verification) {
    const { tag, ...shown } = verification
    const { number } = shown.printed
    if (args.params.number !== number) throw redirect(`/verify/${number}`, 301)
    return data(shown, { headers: publicPage(tag) })
  }
  // Only misses count: an employer may check a whole team in a minute, somebody who tries numbers may not.
  if (verification.state === 'unknown') await limitRate(args, 'verify')
  return data(verification, { status: 404 })
}

export default function VerifyNumber({ loaderData }: Route.ComponentProps) {
  switch (loaderData.state) {
    case 'valid':
      return <ValidCredential printed={loaderData.printed} />
    case 'unknown':
      return <UnknownNumber number={loaderData.number} />
    case 'mistaken':
      return <MistakenNumber typed={loaderData.typed} fault={loaderData.fault} />
    default:
      return <EndedCredential ended={loaderData} />
  }
}
