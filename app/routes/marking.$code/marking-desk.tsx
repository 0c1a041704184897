import type { SavedDraft } from '#app/domain/draft.ts'
import type { MarkFaults, MarkFields } from '#app/domain/mark-form.ts'
import { useDraft } from '#app/features/drafts/use-draft.ts'
import type { ScriptView } from '#app/features/marking/view-script.server.ts'
import { GiveBack } from './give-back.tsx'
import { type Desk, KeyedDesk } from './keyed-desk.tsx'
import { MarkForm } from './mark-form.tsx'
import { ScriptPanel } from './script-panel.tsx'
import { useCommenting } from './use-commenting.ts'

export type RefusedMark = {
  faults: MarkFaults
  typed: MarkFields
  draftVersion: number
  /** What was saved elsewhere meanwhile. */
  newer?: SavedDraft<MarkFields> | undefined
}

type MarkingDeskProps = {
  view: ScriptView
  desk: Desk
  vault: { account: string; key: string }
  timeZone: string
  /** What came back when the mark could not be locked. */
  refused: RefusedMark | undefined
}

/** A script beside its rubric. Both fill in one draft: comments on passages stand in the script, everything else in the form. */
export function MarkingDesk({ view, desk, vault, timeZone, refused }: MarkingDeskProps) {
  const { code, script, rubric, draft: saved } = view
  const current = refused && refused.draftVersion >= (saved?.version ?? 0) ? refused : undefined
  const draft = useDraft<MarkFields>({
    ...{ kind: 'mark', subject: code, saved, initial: {}, vault, timeZone },
    ...{ typed: current?.typed, newer: current?.newer },
  })
  const commenting = useCommenting(draft, rubric.criteria)
  return (
    <KeyedDesk desk={desk} isForScripts className="grid items-start gap-x-10 gap-y-section lg:grid-cols-[5fr_6fr]">
      <ScriptPanel script={script} commenting={commenting} />
      <div className="min-w-0">
        <MarkForm rubric={rubric} script={script} draft={draft} faults={current?.faults ?? {}} vault={vault} />
        <GiveBack code={code} />
      </div>
    </KeyedDesk>
  )
}
