const MAX_LENGTH = 100

/** A folder before the name, in either notation. */
const FOLDERS = /^.*[/\\]/su
/** What is not seen, or makes text run the other way so that `gpj.exe` reads as `exe.jpg`: control, format and unassigned characters. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu
const ENDING = /\.[a-z0-9]{1,5}$/i

/**
 * The name of an uploaded file, fit to be shown: no folder, nothing unseen, at most 100 characters with its ending kept. It is
 * only ever shown: no path and no header is made of it.
 */
export function shownFileName(given: string): string {
  const name = given.replace(FOLDERS, '').replace(UNSEEN, '').replace(/\s+/gu, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(name)) return 'Unnamed file'
  const letters = [...name]
  if (letters.length <= MAX_LENGTH) return name
  const ending = [...(ENDING.exec(name)?.[0] ?? '')]
  return [...letters.slice(0, MAX_LENGTH - ending.length - 1), '…', ...ending].join('')
}

/** `240 KB`, `1.4 MB`. */
export function shownBytes(bytes: number): string {
  const kilobytes = bytes / 1024
  if (kilobytes < 1) return '1 KB'
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
