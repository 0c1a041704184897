import { data } from 'react-router'
import { certificateDay } from '#app/domain/certificate.ts'
import { readDay } from '#app/features/register/asked.ts'
import { PersonSheet } from '#app/features/register/person-sheet.tsx'
import { viewListedPerson } from '#app/features/register/view-register.server.ts'
import { requestContext } from '#app/http/context.ts'
import { publicPage } from '#app/http/public-page.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { AnotherDay } from './another-day.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.person.name ?? 'Register of practitioners'} · Stance` },
  ...(loaderData?.mayBeIndexed ? [] : [{ name: 'robots', content: 'noindex' }]),
]

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader(args: Route.LoaderArgs) {
  await limitRate(args, 'register')
  const { now } = args.context.get(requestContext)
  const search = new URL(args.request.url).searchParams
  const day = readDay(search, now)
  const on = 'on' in day ? day.on : undefined
  const { person, isIndexable, tag } = await viewListedPerson(args.params.code, on, now)
  // Of somebody who lets search engines in: the page itself, and not one for each day.
  const mayBeIndexed = isIndexable && !search.has('on')
  const answer = { person, on, mayBeIndexed, ...('fault' in day && { typedDay: day.typed, fault: day.fault }) }
  const robots: Record<string, string> = mayBeIndexed ? {} : { 'X-Robots-Tag': 'noindex' }
  if ('fault' in day) return data(answer, { status: 400, headers: robots })
  return data(answer, { headers: { ...publicPage(tag), ...robots } })
}

export default function ListedPerson({ loaderData }: Route.ComponentProps) {
  const { person, on } = loaderData
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/register', label: 'Register of practitioners' }]} />}
        title={<bdi>{person.name}</bdi>}
        lead={on ? `As it stood on ${certificateDay(new Date(on))}` : undefined}
      />
      <div className="grid max-w-measure gap-section">
        {person.statuses.length === 0 && <p>Held no status on that day.</p>}
        <PersonSheet person={person} />
        <AnotherDay typed={loaderData.typedDay ?? on ?? ''} fault={loaderData.fault} />
      </div>
    </>
  )
}
