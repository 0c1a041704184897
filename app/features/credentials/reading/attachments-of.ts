import { inflated } from './inflate.ts'

/** The dictionary of an embedded file, and where its stream begins. */
const EMBEDDED = /\/Type\s*\/EmbeddedFile\b[\s\S]*?\bstream\r?\n/g

/**
 * The texts of the files that are attached to a PDF, as ours has them: each an object of its own. A program that saves a PDF anew may hide them
 * in an object stream; they are not looked for there.
 */
export async function attachmentsOf(pdf: Uint8Array): Promise<string[]> {
  // One character for each byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(pdf)
  const texts: string[] = []
  for (const found of text.matchAll(EMBEDDED)) {
    const start = found.index + found[0].length
    const end = text.indexOf('endstream', start)
    if (end < 0) continue
    const bytes = pdf.subarray(start, end)
    const isCompressed = found[0].includes('/FlateDecode')
    texts.push(new TextDecoder().decode(isCompressed ? await inflated(withoutLineEnd(bytes)) : bytes))
  }
  return texts
}

/** A line end before `endstream` is no part of the stream, and zlib refuses what follows its own end. */
function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  const end = bytes.at(-1) === 0x0a ? (bytes.at(-2) === 0x0d ? -2 : -1) : undefined
  return bytes.slice(0, end)
}
