import type { DifferencesView } from '#app/features/marking/view-differences.server.ts'

/** What was proposed before and came to nothing, or to the mark that stands. */
export function EarlierProposals({ proposals }: Pick<DifferencesView, 'proposals'>) {
  const answered = proposals.filter(({ answer }) => answer !== null)
  if (answered.length === 0) return null
  return (
    <ol className="grid gap-3" aria-label="Earlier proposals">
      {answered.map(({ isOwn, mark, note, answer, answerNote }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was proposed never changes its order
        <li key={at} className="border-line border-s-2 ps-3">
          <p>
            {isOwn
              ? `You proposed a mark with the global rating ${mark.globalLevel}`
              : `The other marker proposed a mark with the global rating ${mark.globalLevel}`}
            {note && (
              <>
                {': '}
                <q className="whitespace-pre-line wrap-anywhere">{note}</q>
              </>
            )}
          </p>
          <p className="text-ink-muted">
            {answer === 'withdrawn' && 'It was taken back.'}
            {answer === 'accepted' && (isOwn ? 'The other marker accepted it.' : 'You accepted it.')}
            {answer === 'declined' && (isOwn ? 'The other marker declined: ' : 'You declined: ')}
            {answer === 'declined' && <q className="whitespace-pre-line wrap-anywhere">{answerNote}</q>}
          </p>
        </li>
      ))}
    </ol>
  )
}
