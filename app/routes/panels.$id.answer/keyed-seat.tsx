import type { FormEvent } from 'react'
import { EXPERTISE, type PanelBody, readPanelFields } from '#app/domain/keyed/panel-answer.ts'
import { DraftBar } from '#app/features/drafts/draft-bar.tsx'
import { DraftCompare } from '#app/features/drafts/draft-compare.tsx'
import { DraftForm } from '#app/features/drafts/draft-form.tsx'
import { SignOutGuard } from '#app/features/drafts/sign-out-guard.tsx'
import { useDraft } from '#app/features/drafts/use-draft.ts'
import { AnswersToRead } from '#app/features/keyed/answers-to-read.tsx'
import { faultsByItem } from '#app/features/keyed/faults-by-item.ts'
import { KeyedFields } from '#app/features/keyed/keyed-fields.tsx'
import { textFieldsOf } from '#app/features/keyed/text-fields.ts'
import type { RefusedSeat } from '#app/features/panels/read-seat.server.ts'
import type { KeyedSeat as Seat } from '#app/features/panels/view-seat.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ExpertiseField, GiveAnswer } from './seat-parts.tsx'

type KeyedSeatProps = {
  seat: Seat
  vault: { account: string; key: string }
  timeZone: string
  refused: Extract<RefusedSeat, { form: 'keyed' }> | undefined
}

/** The same form as a trainee's, with a line on expertise and a place for reasons. */
export function KeyedSeat({ seat, vault, timeZone, refused }: KeyedSeatProps) {
  const { panelId, question, closed } = seat
  const draft = useDraft<PanelBody>({
    kind: 'panel',
    subject: panelId,
    saved: seat.draft,
    initial: seat.initial,
    typed: refused?.typed ?? undefined,
    newer: refused?.newer,
    vault,
    timeZone,
  })
  const errors = refused?.errors ?? {}
  const keep = (event: FormEvent<HTMLFormElement>) => {
    const { body } = readPanelFields(question, textFieldsOf(event.currentTarget))
    if (body) draft.change(body)
  }
  return (
    <>
      <ErrorSummary title="Your judgement is not in yet" errors={faultsByItem(question, errors)} />
      <DraftCompare draft={draft} show={({ answers }) => <AnswersToRead question={question} answers={answers} />} />
      <section aria-labelledby="situation">
        <h2 id="situation" className="mb-4 text-2xl">
          Situation
        </h2>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own content, rendered from Markdown that lets no HTML through */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: seat.situationHtml }} />
      </section>
      <section aria-labelledby="judgement" className="min-w-0">
        <h2 id="judgement" className="mb-2 text-2xl">
          Your judgement
        </h2>
        <DraftBar draft={draft} />
        <DraftForm key={draft.generation} draft={draft} method="post" onChange={keep} className="grid gap-12">
          <input type="hidden" name="draftVersion" value={draft.version} />
          <ExpertiseField value={draft.body.expertise} error={errors[EXPERTISE]} />
          <KeyedFields
            question={question}
            answers={draft.body.answers}
            onChange={(answers) => draft.change((body) => ({ ...body, answers }))}
            errors={errors}
            reasons={draft.body.reasons}
          />
          <GiveAnswer closed={closed} hasAnswered={seat.answeredAt !== null} />
        </DraftForm>
      </section>
      <SignOutGuard vault={vault} draft={draft} />
    </>
  )
}
