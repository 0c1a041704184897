import type { Anchor } from '#app/domain/anchors.ts'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'
import type { PassageNote } from '#app/rich-text/annotated-document.tsx'

/** A comment on a passage, with the answer that it stands in. */
export type NoteOfAnswer = PassageNote & { promptId: string }

type Whose = { by?: string | undefined; isSecond?: boolean }

/** A marker's comments on passages as they are drawn: what each is about stands before it, and whose it is where two look at them. */
export const passageNotes = (
  anchors: readonly Anchor[],
  { criteria }: Pick<ShownRubric, 'criteria'>,
  { by, isSecond = false }: Whose = {},
): NoteOfAnswer[] =>
  anchors.map(({ promptId, from, to, text, criterionId }) => {
    const about = criteria.find(({ id }) => id === criterionId)?.title
    return { promptId, from, to, text, isSecond, label: [by, about].filter(Boolean).join(' · ') }
  })
