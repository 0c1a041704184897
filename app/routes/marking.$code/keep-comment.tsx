import { useState } from 'react'
import { BANK_CHARACTERS_AT_LEAST } from '#app/domain/comment-bank.ts'
import { Button } from '#app/ui/button.tsx'
import type { Bank } from './bank-of-comments.tsx'
import { textIn } from './comment-field.ts'
import { postAside } from './post-aside.ts'

type KeepCommentProps = { bank: Bank; field: string; criterionId: string }

/** Keeps what stands in a comment field for use again, as one's own; it is shared, changed and deleted at the bank's own page. */
export function KeepComment({ bank, field, criterionId }: KeepCommentProps) {
  const [said, setSaid] = useState('')

  async function keep() {
    const text = textIn(field).trim()
    if (text.length < BANK_CHARACTERS_AT_LEAST) return setSaid('Write a sentence that is worth keeping first.')
    const kept = { intent: 'keep', rubric: bank.rubricSlug, criterion: criterionId, text, stay: 'here' }
    if (!(await postAside('/marking/comments', kept)))
      return setSaid('It could not be kept. Try again once you are connected and signed in.')
    if (!bank.comments.some((one) => one.criterionId === criterionId && one.text === text))
      bank.add({ id: `kept-${bank.comments.length}`, criterionId, text, isOwn: true, isShared: false })
    setSaid('Kept in your bank.')
  }

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Button type="button" variant="quiet" onClick={keep}>
        Keep the comment above for use again
      </Button>
      <span role="status" className="text-sm">
        {said}
      </span>
      <a href={`/marking/comments?rubric=${bank.rubricSlug}`} target="_blank" rel="noopener" className="text-sm">
        The whole bank<span className="sr-only"> (opens in a new tab)</span>
      </a>
    </div>
  )
}
