import { data } from 'react-router'
import { certificateDay } from '#app/domain/certificate.ts'
import { figure, inNumber } from '#app/domain/wording.ts'
import { readDay } from '#app/features/register/asked.ts'
import { viewRegister } from '#app/features/register/view-register.server.ts'
import { requestContext } from '#app/http/context.ts'
import { publicPage } from '#app/http/public-page.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { AboutAnswers } from './about-answers.tsx'
import { PeopleTable } from './people-table.tsx'
import { readQuery, registerHref } from './query.ts'
import { Question } from './question.tsx'

export const meta: Route.MetaFunction = () => [
  { title: 'Register of practitioners · Stance' },
  { name: 'description', content: 'People who hold a practitioner status and agreed to be listed.' },
]

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** Lists of people are for whoever asks here, not for search engines. */
const NO_INDEX = { 'X-Robots-Tag': 'noindex' }

export async function loader(args: Route.LoaderArgs) {
  await limitRate(args, 'register')
  const { now } = args.context.get(requestContext)
  const search = new URL(args.request.url).searchParams
  const day = readDay(search, now)
  const query = { ...readQuery(search), ...('on' in day && day) }
  const { tag, ...view } = await viewRegister(query, now)
  const answer = { query, view, typedDay: search.get('on') ?? '', fault: 'fault' in day ? day.fault : undefined }
  if ('fault' in day) return data(answer, { status: 400, headers: NO_INDEX })
  return data(answer, { headers: { ...publicPage(tag), ...NO_INDEX } })
}

export default function Register({ loaderData: { query, view, typedDay, fault } }: Route.ComponentProps) {
  const caption = query.on
    ? `People in the register, as they stand on ${certificateDay(new Date(query.on))}`
    : 'People in the register, as they stand today'
  return (
    <>
      <PageHeader
        title="Register of practitioners"
        lead="People who hold a practitioner status and agreed to be listed. Who is not here may hold one all the same: verify it by its number."
      />
      <Question query={query} view={view} typedDay={typedDay} fault={fault} />
      {!fault && (
        <section aria-label="Who was found" className="grid gap-4">
          {view.isMore && (
            <Notice title={`More than ${figure(view.found)} people fit this question`}>
              <p>The first {figure(view.found)} can be seen. Ask for a name, a town or a language to find somebody.</p>
            </Notice>
          )}
          <p className="text-ink-muted">{foundWords(view)}</p>
          <PeopleTable caption={caption} rows={view.rows} on={query.on} />
          <Pagination page={query.page} pageCount={view.pageCount} hrefOf={(page) => registerHref(query, { page })} />
        </section>
      )}
      <AboutAnswers />
    </>
  )
}

function foundWords({ found, isMore }: { found: number; isMore: boolean }): string {
  if (isMore) return `The first ${figure(found)}, by name.`
  return inNumber(found, { one: '1 person', other: '{n} people' })
}
