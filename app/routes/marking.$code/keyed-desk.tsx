import { type ReactNode, useRef, useState } from 'react'
import type { BankComment } from '#app/domain/comment-bank.ts'
import { BankProvider } from './bank-of-comments.tsx'
import './desk.css'
import { KeysDialog } from './keys-dialog.tsx'
import { useMarkingKeys } from './use-marking-keys.ts'

export type Desk = { usesLetterKeys: boolean; rubricSlug: string; bank: readonly BankComment[] }

/** Where somebody marks: with single keys, as long as they want them, and with the comment bank. */
export function KeyedDesk({
  desk: { usesLetterKeys, rubricSlug, bank },
  isForScripts = false,
  className,
  children,
}: {
  desk: Desk
  /** A benchmark has no comments on passages, and no next one. */
  isForScripts?: boolean
  className?: string
  children: ReactNode
}) {
  const root = useRef<HTMLDivElement>(null)
  const [areOn, switchKeys] = useState(usesLetterKeys)
  useMarkingKeys(root, areOn)
  return (
    <BankProvider rubricSlug={rubricSlug} comments={bank}>
      <div ref={root} className={className}>
        {children}
        <KeysDialog areOn={areOn} switchKeys={switchKeys} isForScripts={isForScripts} />
      </div>
    </BankProvider>
  )
}
