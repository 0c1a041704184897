import type { BankComment } from '#app/domain/comment-bank.ts'

export const optionId = (listId: string, comment: BankComment): string => `${listId}-${comment.id}`

type BankListProps = {
  id: string
  label: string
  comments: readonly BankComment[]
  chosen: BankComment | undefined
  insert: (comment: BankComment) => void
}

/** What the bank has, one of them chosen. Focus stays in the search field above, which has the keys. */
export const BankList = ({ id, label, comments, chosen, insert }: BankListProps) => (
  <div id={`${id}-list`} role="listbox" aria-label={label}>
    {comments.map((comment) => (
      // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the search field
      // biome-ignore lint/a11y/useKeyWithClickEvents: the same
      <div
        key={comment.id}
        id={optionId(id, comment)}
        role="option"
        aria-selected={comment === chosen}
        onClick={() => insert(comment)}
      >
        {comment.text} <small>{comment.isOwn ? 'yours' : 'shared'}</small>
      </div>
    ))}
  </div>
)
