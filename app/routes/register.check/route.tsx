import { data } from 'react-router'
import { answeredProof } from '#app/features/register/answered-list.server.ts'
import { checkForm, MAX_LIST_BYTES } from '#app/features/register/check-form.ts'
import { checkNumbers } from '#app/features/register/check-numbers.server.ts'
import { readNumbers } from '#app/features/register/read-numbers.ts'
import { requestContext } from '#app/http/context.ts'
import { publicPage } from '#app/http/public-page.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { parseUploadForm } from '#app/http/upload-form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { Answer } from './answer.tsx'
import { ListForm } from './list-form.tsx'

export const meta: Route.MetaFunction = () => [
  { title: 'Check many certificates · Stance' },
  { name: 'robots', content: 'noindex' },
]

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export function loader() {
  return data(null, { headers: { ...publicPage('register-check'), 'X-Robots-Tag': 'noindex' } })
}

export async function action(args: Route.ActionArgs) {
  const { now } = args.context.get(requestContext)
  const form = await parseUploadForm(args.request, checkForm, { maxFileBytes: MAX_LIST_BYTES })
  if (form.trouble)
    return data({ list: '', fault: 'This file is too large or broke off: it may have 200 KB.' }, { status: 400 })
  const sent = form.ok ? form.value.list : ''
  const list = form.file
    ? new TextDecoder().decode(form.file.bytes).replaceAll('\0', '').replaceAll('\r\n', '\n')
    : sent
  const read = readNumbers(list)
  if ('fault' in read) return data({ list, fault: read.fault }, { status: 400 })
  const { checked, unknown } = await checkNumbers(read.numbers, now)
  // As on a number's own page only misses count.
  if (unknown > 0) await limitRate(args, 'verify', undefined, unknown)
  return { list, checked, checkedAt: now, answered: answeredProof(list) }
}

export default function CheckNumbers({ actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/register', label: 'Register of practitioners' }]} />}
        title="Check many certificates"
        lead="For whoever employs or supervises several people: what each number stands for today. You see what the page of each number shows to anybody who has it."
      />
      <div className="grid gap-section">
        {actionData && 'checked' in actionData && <Answer {...actionData} />}
        <ListForm
          list={actionData?.list ?? ''}
          fault={actionData && 'fault' in actionData ? actionData.fault : undefined}
        />
      </div>
    </>
  )
}
