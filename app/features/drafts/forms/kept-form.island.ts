import type { FormKind, SavedDraft } from '#app/domain/draft.ts'
import { areWrittenOver, changesIn, type FormChanges } from '#app/domain/form-draft.ts'
import { isSameJson } from '#app/domain/json.ts'
import { findRegionIn } from '#app/domain/region.ts'
import { DraftSaver } from '../draft-saver.ts'
import { watchSignOut } from '../watch-sign-out.ts'
import { readFields, readShown } from './form-fields.ts'
import { holdBack } from './hold-back.ts'
import type { Keeping } from './kept-form.tsx'
import { viewKept } from './kept-form-view.ts'

/** What `KeptForm` says of its form. */
export type KeptPlace = Keeping & { kind: `forms/${FormKind}`; subject: string; dialogId: string }

/** Keeps what is written into one plain form: in this browser with every change, on the server after a pause. */
async function keep(place: HTMLElement, form: HTMLFormElement, named: KeptPlace): Promise<DraftSaver<FormChanges>> {
  const shown = readShown(form)
  const saved = await fetchSaved(named)
  const read = () => changesIn(readFields(form), shown, saved?.body)
  const fits = (changes: FormChanges) => areWrittenOver(changes, shown)
  // Typed before this script ran, or put back by the browser itself.
  const typed = isSameJson(readFields(form), shown) ? undefined : read()
  const isAtOdds = saved !== null && (typed ? !isSameJson(typed, saved.body) : !fits(saved.body))
  const saver = new DraftSaver<FormChanges>({
    ...named,
    saved,
    initial: {},
    typed: typed ?? (isAtOdds ? {} : undefined),
    newer: isAtOdds ? saved : undefined,
    fits,
  })
  const change = () => isSameJson(read(), saver.read().body) || saver.change(read())
  form.addEventListener('input', change)
  form.addEventListener('change', change)
  holdBack(form, saver, place)
  viewKept(place, { form, shown, timeZone: named.timeZone, saver })
  saver.open()
  return saver
}

/** What the server has. Where it cannot be asked, a newer version comes back with the first saving. */
async function fetchSaved({ kind, subject }: KeptPlace): Promise<SavedDraft<FormChanges> | null> {
  try {
    const response = await fetch(`/drafts/${kind}/${encodeURIComponent(subject)}`)
    return response.ok ? (await response.json()).saved : null
  } catch {
    return null
  }
}

findRegionIn(() => document.documentElement.dataset.region)
const kept = [...document.querySelectorAll<HTMLElement>('[data-kept-form]')].flatMap((place) => {
  const form = place.closest('form')
  const named: KeptPlace = JSON.parse(place.dataset.keptForm ?? '')
  return form ? [{ named, saver: keep(place, form, named) }] : []
})
const settle = () => Promise.all(kept.map(async ({ saver }) => (await saver).settle()))
for (const { named } of kept.slice(0, 1))
  watchSignOut({ account: named.vault.account, dialogId: named.dialogId, settle })
