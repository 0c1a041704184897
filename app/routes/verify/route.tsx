import { data, redirect } from 'react-router'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'
import { VerifyForm } from '#app/features/credentials/verify-form.tsx'
import { publicPage } from '#app/http/public-page.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { FileCheck } from './file-check.tsx'

export const meta: Route.MetaFunction = () => [
  { title: 'Verify a certificate · Stance' },
  { name: 'description', content: 'Check a Stance certificate by its number: who holds it, for what, and when.' },
]

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** Leads to the number's own page; a number with a mistake in it comes back with the reason. */
export function loader({ request }: Route.LoaderArgs) {
  const typed = new URL(request.url).searchParams.get('number')
  if (typed === null) return data({ typed: '', fault: undefined }, { headers: publicPage('verify') })
  const reading = parseCertificateNumber(typed)
  if ('number' in reading) throw redirect(`/verify/${reading.number}`)
  return data({ typed, fault: reading.fault }, { status: 400 })
}

export default function Verify({ loaderData: { typed, fault } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Verify a certificate"
        lead="Type the number that is printed on it, or scan its code with a phone. You see what was issued, and compare it with the paper."
      />
      <VerifyForm typed={typed} fault={fault} />
      <FileCheck />
      <p className="mt-10 max-w-measure">
        For a whole team there is <a href="/register/check">a check of many numbers at once</a>; people who want to be
        found by their name are in <a href="/register">the register of practitioners</a>.
      </p>
    </>
  )
}
