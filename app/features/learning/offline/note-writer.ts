import type { UnsentWork } from '#app/domain/offline.ts'
import { withNoteOf } from './chosen-fields.ts'
import { noteOf, quoteOf } from './unsent-sentences.ts'
import { changeWork } from './unsent-work.ts'

/** The id of the dialog, and its form. */
export const NOTE_WRITER = 'note-on-device'

/**
 * Lets somebody write on marked words in a plain field. Every change is on the device at once, so that a page which a phone puts away loses nothing.
 * @param finish takes the note when its writer keeps it, or has left it blank: then the words are marked and no more.
 * @param leave is told when a note is left unfinished.
 */
export function noteWriter(
  finish: (work: UnsentWork) => Promise<void>,
  leave: () => Promise<void>,
): (work: UnsentWork) => void {
  const dialog = document.getElementById(NOTE_WRITER)
  const form = dialog?.querySelector('form')
  const field = form?.querySelector('textarea')
  const quote = dialog?.querySelector('blockquote')
  if (!(dialog instanceof HTMLDialogElement) || !form || !field || !quote) return () => {}
  let writing: UnsentWork | undefined
  let saving: Promise<unknown> = Promise.resolve()

  field.addEventListener('input', () => {
    if (!writing) return
    const typed = { ...writing, fields: withNoteOf(writing.fields, field.value) }
    writing = typed
    saving = saving.then(() => changeWork(typed))
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    dialog.close('keep')
  })
  dialog.addEventListener('close', async () => {
    const written = writing
    writing = undefined
    await saving
    if (!written) return
    const isFinished = dialog.returnValue === 'keep' || noteOf(written) === ''
    await (isFinished ? finish(written) : leave())
  })
  return (work) => {
    writing = work
    field.value = noteOf(work)
    quote.textContent = quoteOf(work)
    dialog.returnValue = ''
    dialog.showModal()
    field.focus()
  }
}
