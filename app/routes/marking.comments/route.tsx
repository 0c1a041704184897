import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { bankForm, changeBank, viewBank } from '#app/features/marking/comment-bank.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { faultOf } from '#app/http/form-errors.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { Route } from './+types/route'
import { CommentGroups } from './comment-groups.tsx'
import { KeepForm } from './keep-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Comment bank · Stance' }]

const rubricIn = (request: Request) => new URL(request.url).searchParams.get('rubric') ?? undefined

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'marking.mark')
  return { bank: await viewBank(actor, rubricIn(args.request)) }
}

const done = { keep: 'The comment is kept.', change: 'The comment is changed.', delete: 'The comment is gone.' }

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'marking.mark')
  const form = await parseForm(args.request, bankForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  await changeBank(actor, form.value, args.context.get(requestContext).now)
  // The marking page keeps a comment on the side and stays where it is.
  if (form.typed.stay) return data({ fault: undefined })
  const rubric = form.value.intent === 'keep' ? form.value.rubric : rubricIn(args.request)
  const address = rubric ? `/marking/comments?rubric=${encodeURIComponent(rubric)}` : '/marking/comments'
  return redirectWithFlash(address, done[form.value.intent])
}

export default function CommentBank({ loaderData: { bank }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/marking', label: 'Marking' }]} />}
        title="Comment bank"
        lead="Sentences to start from while you mark: your own, and those that other markers share. What you insert into a mark is yours to make fit the script."
      />
      {bank ? (
        <>
          <Tabs
            label="Rubrics"
            tabs={bank.rubrics.map(({ slug, title }) => ({
              href: `/marking/comments?rubric=${slug}`,
              label: title,
              current: slug === bank.rubric.slug,
            }))}
          />
          <div className="grid gap-section">
            <CommentGroups bank={bank} fault={fault} />
            <KeepForm bank={bank} fault={faultOf(fault, 'keep')} />
          </div>
        </>
      ) : (
        <EmptyState title="There is no rubric yet">
          <p>Comments are kept by the criteria of a rubric.</p>
        </EmptyState>
      )}
    </>
  )
}
