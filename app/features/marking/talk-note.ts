import { figure } from '#app/domain/wording.ts'

const TALK_NOTE_CHARACTERS = 1_000

/** A word to the other marker; it may be empty. */
export function readTalkNote(text: string): { note: string } | { fault: string } {
  const note = text.replaceAll('\r\n', '\n').toWellFormed().trim()
  const over = note.length - TALK_NOTE_CHARACTERS
  return over > 0
    ? { fault: `This is ${over} over the limit of ${figure(TALK_NOTE_CHARACTERS)} characters.` }
    : { note }
}
