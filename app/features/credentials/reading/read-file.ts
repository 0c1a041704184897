import { bakedInPng, isPng } from '#app/domain/credential/baked-png.ts'
import { bakedInSvg } from '#app/domain/credential/baked-svg.ts'
import { attachmentsOf } from './attachments-of.ts'
import { inflated } from './inflate.ts'

/** Far more than any credential; a larger file is not read. */
const MAX_FILE_BYTES = 10 * 1024 * 1024

export type FileReading = { credential: unknown } | { fault: string }

const NONE = {
  pdf: 'This PDF carries no credential. One that was printed, scanned or saved anew has lost it: ask for the file as it was downloaded.',
  image:
    'This image carries no credential. One that was copied or saved anew has lost it: ask for the file as it was downloaded.',
}

/** The credential in a file: JSON, a PDF with it attached, or a PNG or SVG with it baked in. In a browser as well as here. */
export async function readFile(bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length > MAX_FILE_BYTES) return { fault: 'This file is larger than any credential.' }
  if (isPng(bytes)) return credentialIn([await textInPng(bytes)], NONE.image)
  const text = new TextDecoder().decode(bytes)
  if (text.startsWith('%PDF-')) return credentialIn(await attachmentsOf(bytes), NONE.pdf)
  if (/^\s*(<\?xml|<!--|<svg)/.test(text)) return credentialIn([bakedInSvg(text)], NONE.image)
  return credentialIn(
    [text],
    'This file is not a credential: it is neither JSON nor a PDF, PNG or SVG that carries one.',
  )
}

async function textInPng(bytes: Uint8Array): Promise<string | undefined> {
  const baked = bakedInPng(bytes)
  return baked && new TextDecoder().decode(baked.isCompressed ? await inflated(baked.bytes) : baked.bytes)
}

/** The first of these that is JSON with a proof in it. */
function credentialIn(texts: readonly (string | undefined)[], fault: string): FileReading {
  for (const text of texts) {
    const value = parsed(text ?? '')
    if (typeof value === 'object' && value !== null && 'proof' in value) return { credential: value }
  }
  return { fault }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
