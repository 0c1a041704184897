import { useState } from 'react'
import { type DraftAnchor, readAnchors, writeAnchors } from '#app/domain/anchors.ts'
import { type MarkFields, markField } from '#app/domain/mark-form.ts'
import type { Passage } from '#app/domain/passages.ts'
import type { Draft } from '#app/features/drafts/use-draft.ts'

/** `at`: where it stands among the comments of the draft; null while it has no words. */
type Writing = { at: number | null; anchor: DraftAnchor; generation: number }

export type Commenting = {
  anchors: readonly DraftAnchor[]
  criteria: readonly { id: string; title: string }[]
  /** The comment that is being written. */
  writing: DraftAnchor | null
  begin: (promptId: string, passage: Passage) => void
  change: (at: number) => void
  edit: (anchor: DraftAnchor) => void
  remove: (at: number) => void
  done: () => void
}

/**
 * Comments on passages as part of a mark's draft. A comment is in the draft from its first letter on, so that it is as safe as all the
 * rest; without words it is none.
 */
export function useCommenting(
  draft: Pick<Draft<MarkFields>, 'body' | 'change' | 'generation'>,
  criteria: Commenting['criteria'],
): Commenting {
  const { generation } = draft
  const [latest, setWriting] = useState<Writing | null>(null)
  // Another version of the draft has other comments.
  const writing = latest?.generation === generation ? latest : null
  const anchors = readAnchors(draft.body[markField.anchors])
  const save = (next: readonly DraftAnchor[]) =>
    draft.change({ ...draft.body, [markField.anchors]: writeAnchors(next) })

  function edit(anchor: DraftAnchor) {
    const at = writing?.at ?? null
    const hasWords = anchor.text.trim() !== ''
    if (at !== null) save(hasWords ? anchors.with(at, anchor) : anchors.toSpliced(at, 1))
    else if (hasWords) save([...anchors, anchor])
    setWriting({ at: hasWords ? (at ?? anchors.length) : null, anchor, generation })
  }

  return {
    anchors,
    criteria,
    writing: writing?.anchor ?? null,
    begin(promptId, passage) {
      const about = criteria.some(({ id }) => id === promptId) ? { criterionId: promptId } : {}
      setWriting({ at: null, anchor: { promptId, ...passage, text: '', ...about }, generation })
    },
    change(at) {
      const anchor = anchors[at]
      if (anchor) setWriting({ at, anchor, generation })
    },
    edit,
    remove(at) {
      save(anchors.toSpliced(at, 1))
      setWriting(null)
    },
    done: () => setWriting(null),
  }
}
