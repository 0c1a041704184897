import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { whatIsIn } from '#app/domain/portfolio/words.ts'
import { importForm, importLog, MAX_LOG_BYTES, tryImport } from '#app/features/portfolio/import-log.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseUploadForm } from '#app/http/upload-form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { ImportForm } from './import-form.tsx'
import { Report } from './report.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Import an earlier log · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  await requirePermission(args, 'portfolio.keep')
  return null
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const { now } = args.context.get(requestContext)
  const form = await parseUploadForm(args.request, importForm, { maxFileBytes: MAX_LOG_BYTES })
  if (form.trouble)
    return data(
      { log: '', error: 'This file is too large: it may have 200 KB, which is enough for 1,000 lines.' },
      { status: 400 },
    )
  if (!form.ok) return data({ log: String(form.fault.values.log ?? ''), error: 'Choose what to do.' }, { status: 400 })
  const log = form.file ? new TextDecoder().decode(form.file.bytes).replaceAll('\0', '') : form.value.log
  if (log.trim() === '') return data({ log, error: 'Paste your log, or choose a file.' }, { status: 400 })
  if (form.value.intent === 'try') return { log, report: await tryImport(actor, log, now) }
  const report = await importLog(actor, log, now)
  if (report.faults.length > 0 || report.told.length === 0) return data({ log, report }, { status: 400 })
  return redirectWithFlash('/portfolio', `Kept: ${whatIsIn(report)}.`)
}

export default function Import({ actionData }: Route.ComponentProps) {
  const sent = actionData ?? { log: '' }
  const report = 'report' in sent ? sent.report : undefined
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/portfolio', label: 'Portfolio' }]} />}
        title="Import an earlier log"
        lead="Supervision and sessions of your cases from a spreadsheet. First you see what every line comes to; then all of it is kept, or nothing."
      />
      <div className="grid gap-section">
        {report && <Report report={report} log={sent.log} />}
        <ImportForm log={sent.log} error={'error' in sent ? sent.error : undefined} />
      </div>
    </>
  )
}
