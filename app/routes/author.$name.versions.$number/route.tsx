import { data, Form } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { Comparison } from '#app/features/authoring/comparison.tsx'
import { FindingList } from '#app/features/authoring/finding-list.tsx'
import { publishedWords } from '#app/features/authoring/published-words.ts'
import { putBack } from '#app/features/authoring/put-back.server.ts'
import { viewVersion } from '#app/features/authoring/view-file.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { errorsOf, typedIn } from '#app/http/form-errors.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'A version · Content · Stance' }]

const putBackForm = z.object({
  base: z.coerce.number().int().catch(0),
  reason: z.string().trim().min(1, 'Say in a few words why.').max(500, 'Use at most 500 characters.'),
})

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'content.author')
  const { name, number } = args.params
  return { name, version: await viewVersion(name, Number(number)), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'content.author')
  const { name, number } = args.params
  await viewVersion(name, Number(number))
  const form = await parseForm(args.request, putBackForm)
  if (!form.ok) return data({ fault: form.fault, findings: [] }, { status: 400 })
  const asked = { name, number: Number(number), ...form.value }
  const done = await putBack(actor, asked, args.context.get(requestContext).now)
  if ('refused' in done)
    return data({ fault: faultIn('', done.refused, form.typed), findings: done.findings }, { status: 400 })
  return redirectWithFlash(`/author/${name}`, publishedWords(done))
}

export default function Version({ loaderData: { name, version, timeZone }, actionData }: Route.ComponentProps) {
  const { number, title, path, text, writtenAt, writtenBy, reason, current, isCurrent, mayBePutBack, differs } = version
  const trail = [
    { href: '/author', label: 'Content' },
    { href: `/author/${name}`, label: title },
    { href: `/author/${name}/versions`, label: 'Versions' },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        title={`Version ${number}`}
        lead={
          <>
            <Time value={writtenAt} zone={timeZone} style="date-time" />, {writtenBy ?? 'with the installation'}
            {reason && `: “${reason}”`}
          </>
        }
      />
      <div className="grid gap-10">
        <ErrorSummary title="Nothing is published" errors={errorsOf(actionData?.fault)} />
        {actionData && <FindingList findings={actionData.findings} path={path} text={text} />}
        {!isCurrent && (
          <Comparison
            id="differs"
            title={`From version ${current}, which is published, to this one`}
            differs={differs}
          />
        )}
        {mayBePutBack && (
          <Form method="post" noValidate className="grid max-w-form gap-5">
            <input type="hidden" name="base" value={current} />
            <TextField
              name="reason"
              label={isCurrent ? 'Why it stays' : 'Why this one'}
              hint="Stands in the history of this text."
              defaultValue={typedIn(actionData?.fault, 'reason')}
              errors={actionData?.fault.errors.reason}
              required
            />
            <Button className="justify-self-start">{isCurrent ? 'Keep this one' : 'Put this one back'}</Button>
          </Form>
        )}
        <section aria-labelledby="text" className="grid gap-3">
          <h2 id="text" className="text-2xl">
            The text
          </h2>
          <pre className="source-text rounded-md border border-line bg-surface p-4">{text}</pre>
        </section>
      </div>
    </>
  )
}
