import { sha256Of } from './media-sources.ts'

export const digestOfText = (text: string): string => sha256Of(Buffer.from(text))

/** What a recording holds, by its digest; the bytes where they were just read from a folder. */
export type Recording = { sha256: string; byteCount: number; bytes?: Uint8Array<ArrayBuffer> }

/** One file of the content: `file` is its path, relative to the folder and with forward slashes. */
export type SourceFile = { file: string } & ({ text: string } | { recording: Recording })

const NUMBER = /(?<=^courses\/|\/lessons\/)\d{2}-/g
const TEXT_ENDING = /\.(?:md|yaml|json|vtt)$/

/**
 * The name of a file, which stays the same when it gets another place: its path without the numbers that order it and, where it is a
 * text, without its ending. `courses/03-stance/lessons/02-not-knowing.md` is `courses.stance.lessons.not-knowing`.
 */
export const nameOfFile = (file: string): string =>
  file.replaceAll(NUMBER, '').replace(TEXT_ENDING, '').replaceAll('/', '.')

/** What stands in a file, in words: the title that it gives, or else what it is. */
export function titleOfFile(file: string, titles: ReadonlyMap<string, string>): string {
  const slug = nameOfFile(file).split('.').at(-1) ?? file
  const words = slug.replaceAll('-', ' ')
  return titles.get(file) ?? words.charAt(0).toUpperCase() + words.slice(1)
}
