import { data, redirect } from 'react-router'
import { verifyCertificate } from '#app/features/credentials/verify-certificate.server.ts'
import { requestContext } from '#app/http/context.ts'
import { publicPage } from '#app/http/public-page.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import type { Route } from './+types/route'
import { EndedCertificate } from './ended-certificate.tsx'
import { MistakenNumber } from './mistaken-number.tsx'
import { UnknownNumber } from './unknown-number.tsx'
import { ValidCertificate } from './valid-certificate.tsx'

const titles = {
  valid: 'Valid certificate',
  suspended: 'Suspended certificate',
  revoked: 'Revoked certificate',
  superseded: 'Replaced certificate',
  lapsed: 'Lapsed certificate',
  expired: 'Expired certificate',
  unknown: 'No such certificate',
  mistaken: 'A mistake in the number',
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? titles[loaderData.state] : 'Verify a certificate'} · Stance` },
  // A person's certificate is for whoever was given its number, not for search engines.
  { name: 'robots', content: 'noindex, nofollow, noarchive' },
]

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader(args: Route.LoaderArgs) {
  const verification = await verifyCertificate(args.params.number, args.context.get(requestContext).now)
  if ('certificate' in verification) {
    const { tag, ...shown } = verification
    const { number } = shown.certificate
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
      return <ValidCertificate certificate={loaderData.certificate} />
    case 'unknown':
      return <UnknownNumber number={loaderData.number} />
    case 'mistaken':
      return <MistakenNumber typed={loaderData.typed} fault={loaderData.fault} />
    default:
      return <EndedCertificate ended={loaderData} />
  }
}
