import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { Comparison } from '#app/features/calibration/comparison.tsx'
import { lockCalibrationMark } from '#app/features/calibration/lock-calibration-mark.server.ts'
import { viewBenchmark } from '#app/features/calibration/view-benchmark.server.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { readMarkFields } from '#app/features/marking/read-mark-fields.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { ScriptPanel } from '#app/routes/marking.$code/script-panel.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'
import type { Route } from './+types/route'
import { PracticeForm } from './practice-form.tsx'
import { readPracticeForm } from './read-practice-form.server.ts'
import { shownBenchmark } from './shown-benchmark.server.ts'

export const handle = { hydrate: true }

export const meta: Route.MetaFunction = () => [{ title: 'Benchmark · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'calibration.practise')
  const isAgain = new URL(args.request.url).searchParams.has('again')
  const view = await viewBenchmark(actor, args.params.benchmark, isAgain)
  if ('refused' in view) throw redirectWithFlash('/calibration', view.refused, 'info')
  const script = await shownBenchmark(view.versions)
  if ('comparison' in view) return { script, comparison: view.comparison, next: view.next, form: null }
  const { slug, round, rubric, rubricSlug, bank, provenance, draft } = view
  const benchmark = { slug, round, rubric, provenance, draft: draft && { ...draft, body: readMarkFields(draft.body) } }
  const desk = { usesLetterKeys: actor.usesLetterKeys, rubricSlug, bank }
  return { script, form: { benchmark, desk, vault: draftVault(actor.id), timeZone: actor.timeZone } }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'calibration.practise')
  const { benchmark: slug } = args.params
  const { now } = args.context.get(requestContext)
  const { round, fields, draftVersion } = await readPracticeForm(args.request)
  const locking = await lockCalibrationMark(actor, { slug, round }, fields, now)
  if ('faults' in locking) return data({ faults: locking.faults, typed: fields, draftVersion }, { status: 400 })
  return redirectWithFlash(`/calibration/${slug}`, 'Your mark is locked. The consensus stands beside it.')
}

export default function Benchmark({ loaderData, actionData }: Route.ComponentProps) {
  const { script, form } = loaderData
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/calibration', label: 'Calibration' }]} />}
        eyebrow={script.title}
        title="Benchmark"
        lead={form && <ProvenanceTag provenance={form.benchmark.provenance} />}
      />
      <div className="grid items-start gap-x-10 gap-y-section lg:grid-cols-[5fr_6fr]">
        <ScriptPanel script={script} />
        <div className="min-w-0">
          {form ? (
            <PracticeForm {...form} refused={actionData} />
          ) : (
            <div className="grid gap-8">
              <Comparison comparison={loaderData.comparison} />
              <Onwards next={loaderData.next} />
            </div>
          )}
        </div>
      </div>
    </>
  )
}

const Onwards = ({ next }: { next: string | null }) => (
  <nav aria-label="What comes next" className="flex flex-wrap gap-3 border-line border-t pt-6">
    {next && <LinkButton href={`/calibration/${next}?again`}>Mark the next benchmark</LinkButton>}
    <LinkButton href="/calibration" variant="secondary">
      How you stand
    </LinkButton>
  </nav>
)
