import { APPEAL_GROUNDS } from '#app/domain/appeals.ts'
import type { AppealPage } from '#app/features/review/lodge-appeal.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

type Appeal = AppealPage['appeals'][number]

/** What was sent, where it stands, and the decision with its reasons. */
export function OwnAppeals({ appeals, zone }: { appeals: readonly Appeal[]; zone: string }) {
  return appeals.map((appeal) => (
    <section key={appeal.lodgedAt.toISOString()} className="grid gap-4" aria-label="Your appeal">
      <Decision appeal={appeal} zone={zone} />
      <h2 className="text-xl">What you wrote</h2>
      <p className="text-ink-muted text-sm">
        {APPEAL_GROUNDS[appeal.ground].title}, sent <Time value={appeal.lodgedAt} zone={zone} style="date-time" />
      </p>
      <p className="whitespace-pre-line wrap-anywhere font-serif text-lg">{appeal.statement}</p>
    </section>
  ))
}

function Decision({ appeal: { outcome, reasons, decidedAt }, zone }: { appeal: Appeal; zone: string }) {
  if (!decidedAt)
    return (
      <Notice title="Your appeal is being looked at">
        <p>Somebody who had no part in the marking decides it. We tell you as soon as there is a decision.</p>
      </Notice>
    )
  return (
    <Notice
      kind={outcome === 'upheld' ? 'positive' : 'info'}
      title={outcome === 'upheld' ? 'Your appeal is upheld' : 'Your appeal is not upheld'}
    >
      <p className="whitespace-pre-line wrap-anywhere">{reasons}</p>
      {outcome === 'upheld' && (
        <p>Your answer is marked again by somebody who had no part in it. What was given before stays in the record.</p>
      )}
      <p className="text-sm">
        Decided <Time value={decidedAt} zone={zone} style="date-time" />
      </p>
    </Notice>
  )
}
