import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { BankComment } from '#app/domain/comment-bank.ts'
import { BankPicker } from './bank-picker.tsx'

export type Bank = {
  rubricSlug: string
  comments: readonly BankComment[]
  /** The comment field at which it stands open. */
  openAt: string | null
  open: (field: string | null) => void
  add: (comment: BankComment) => void
}

const BankContext = createContext<Bank | null>(null)

type BankProviderProps = { rubricSlug: string; comments: readonly BankComment[]; children: ReactNode }

/** Gives every comment field within it the bank to start from. */
export function BankProvider({ rubricSlug, comments, children }: BankProviderProps) {
  const [openAt, open] = useState<string | null>(null)
  const [added, setAdded] = useState<readonly BankComment[]>([])
  const bank = useMemo(
    () => ({
      rubricSlug,
      comments: [...added, ...comments],
      openAt,
      open,
      add: (comment: BankComment) => setAdded((earlier) => [comment, ...earlier]),
    }),
    [rubricSlug, comments, added, openAt],
  )
  return <BankContext value={bank}>{children}</BankContext>
}

type BankOfCommentsProps = { field: string; criterionId: string; about: string }

/** The bank below one comment field. Nothing where there is no bank, as among two markers who talk. */
export function BankOfComments({ field, criterionId, about }: BankOfCommentsProps) {
  const bank = useContext(BankContext)
  if (!bank) return null
  const isOpen = bank.openAt === field
  return (
    <>
      <button
        type="button"
        data-bank
        aria-expanded={isOpen}
        onClick={() => bank.open(isOpen ? null : field)}
        className="min-h-8 justify-self-start text-primary text-sm underline decoration-primary/40 underline-offset-4 noscript:hidden"
      >
        Comment bank<span className="sr-only"> for {about}</span>
      </button>
      {isOpen && <BankPicker bank={bank} field={field} criterionId={criterionId} about={about} />}
    </>
  )
}
