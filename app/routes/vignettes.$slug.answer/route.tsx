import { data, Link, redirect } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { CasePanel } from '#app/features/assessment/case-panel.tsx'
import { lockStage } from '#app/features/assessment/lock-stage.server.ts'
import type { RefusedAttempt } from '#app/features/assessment/refused-attempt.ts'
import { saveAnswers } from '#app/features/assessment/save-answers.server.ts'
import { submitAttempt } from '#app/features/assessment/submit-attempt.server.ts'
import { viewAnswerPage } from '#app/features/assessment/view-answer-page.server.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { buttonClass } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'
import { SubmitBy } from '#app/ui/submit-by.tsx'
import '#app/rich-text/rich-text.css'
import '#app/features/keyed/coding.css'
import '#app/features/keyed/items.css'
import type { Route } from './+types/route'
import { KeyedAnswer } from './keyed-answer.tsx'
import { readAnswerForm } from './read-answer-form.server.ts'
import { WrittenAnswer } from './written-answer.tsx'

export const handle = { hydrate: true }

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Your answer: ${loaderData?.page.case.title ?? 'vignette'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'assessment.answer')
  const page = await viewAnswerPage(actor, args.params.slug, args.context.get(requestContext).now)
  if (!page) throw redirect(`/vignettes/${args.params.slug}`)
  return { page, vault: draftVault(actor.id), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'assessment.answer')
  const { slug } = args.params
  const { now } = args.context.get(requestContext)
  const { intent, stage, ...sent } = await readAnswerForm(args.request)
  if (intent === 'save') {
    const refused = await saveAnswers(actor, slug, sent, now)
    if (refused) return data(refused, { status: refused.newer ? 409 : 400 })
    return redirectWithFlash(`/vignettes/${slug}/answer`, 'Your answer is saved. You can go on with it at any time.')
  }
  if (intent === 'lock') {
    const refused = await lockStage(actor, slug, { ...sent, stage }, now)
    if (refused) return data(refused, { status: refused.newer ? 409 : 400 })
    return redirect(`/vignettes/${slug}/answer#then-${stage + 1}`)
  }
  const result = await submitAttempt(actor, slug, sent, now)
  if ('refused' in result) return data(result.refused, { status: result.refused.newer ? 409 : 400 })
  return redirect(`/vignettes/${slug}/attempts/${result.number}`)
}

export default function Answer({ loaderData: { page, vault, timeZone }, actionData }: Route.ComponentProps) {
  const { case: text, attempt } = page
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/learn', label: 'My learning' },
              { href: `/vignettes/${text.slug}`, label: text.title },
            ]}
          />
        }
        eyebrow={`Your answer · attempt ${attempt.number}`}
        title={text.title}
        lead={
          (attempt.deadline || attempt.number > 1) && (
            <>
              {attempt.deadline && (
                <>
                  <SubmitBy deadline={attempt.deadline} zone={timeZone} />.{' '}
                </>
              )}
              {attempt.number > 1 && <a href={`/vignettes/${text.slug}#attempts`}>Your earlier attempts</a>}
            </>
          )
        }
        actions={
          <>
            {page.form === 'written' && (
              <Link to="#now" discover="none" className={`${buttonClass('secondary')} xl:hidden`}>
                To your answer
              </Link>
            )}
            <ProvenanceTag provenance={text.provenance} />
          </>
        }
      />
      {page.form === 'written' ? (
        <WrittenAnswer page={page} vault={vault} timeZone={timeZone} refused={refusedAs('written', actionData)}>
          <section
            aria-label="The case"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: on a wide page it scrolls by itself, which the keyboard must be able to do
            tabIndex={0}
            className="grid min-w-0 gap-10 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto xl:pe-4"
          >
            <CasePanel text={text} unfolded={page.unfolded} />
          </section>
        </WrittenAnswer>
      ) : (
        <KeyedAnswer page={page} vault={vault} timeZone={timeZone} refused={refusedAs('keyed', actionData)} />
      )}
    </>
  )
}

/** A form that came back is of the kind that was sent. */
const refusedAs = <Form extends RefusedAttempt['form']>(form: Form, refused: RefusedAttempt | undefined) =>
  refused?.form === form ? (refused as Extract<RefusedAttempt, { form: Form }>) : undefined
