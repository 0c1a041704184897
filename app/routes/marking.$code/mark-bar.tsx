import type { MarkFields } from '#app/domain/mark-form.ts'
import { DraftStatus } from '#app/features/drafts/draft-status.tsx'
import type { Draft } from '#app/features/drafts/use-draft.ts'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'
import { KeysButton } from './keys-dialog.tsx'
import { SectionNavigation } from './section-navigation.tsx'

/** What stays in sight while one marks: how far one is, whether it is saved, and the keys. */
export const MarkBar = ({ rubric, draft }: { rubric: ShownRubric; draft: Draft<MarkFields> }) => (
  <div className="sticky top-16 z-10 mt-4 mb-8 border-line border-b bg-paper pb-2 lg:top-0 print:hidden">
    <SectionNavigation rubric={rubric} fields={draft.body} />
    <div className="flex items-start justify-between gap-4 noscript:hidden">
      <DraftStatus draft={draft} />
      <KeysButton />
    </div>
  </div>
)
