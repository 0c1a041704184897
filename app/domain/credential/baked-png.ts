const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Open Badges 3.0, section 5.3.1: the credential is the text of the first iTXt chunk of this keyword. */
const KEYWORD = 'openbadgecredential'

type Chunk = { name: string; start: number; data: Uint8Array; end: number }

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte)

/** The image with a credential in it, and any earlier one taken out. */
export function bakePng(png: Uint8Array, credential: string): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [png.subarray(0, SIGNATURE.length)]
  for (const { name, start, end, data } of chunksOf(png)) {
    if (name === 'iTXt' && keywordOf(data) === KEYWORD) continue
    parts.push(png.subarray(start, end))
    if (name === 'IHDR') parts.push(chunk('iTXt', textData(credential)))
  }
  return joined(parts)
}

/** What an image carries: text, or text that was compressed (zlib); undefined where it carries no credential. */
export function bakedInPng(png: Uint8Array): { bytes: Uint8Array; isCompressed: boolean } | undefined {
  const baked = chunksOf(png).find(({ name, data }) => name === 'iTXt' && keywordOf(data) === KEYWORD)
  if (!baked) return undefined
  const { data } = baked
  const flags = KEYWORD.length + 1
  const language = data.indexOf(0, flags + 2)
  const translated = data.indexOf(0, language + 1)
  if (language < 0 || translated < 0) return undefined
  return { bytes: data.subarray(translated + 1), isCompressed: data[flags] === 1 }
}

function chunksOf(png: Uint8Array): Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  let start = SIGNATURE.length
  while (start + 12 <= png.length) {
    const end = start + 12 + view.getUint32(start)
    if (end > png.length) break
    const name = String.fromCharCode(...png.subarray(start + 4, start + 8))
    chunks.push({ name, start, end, data: png.subarray(start + 8, end - 4) })
    start = end
  }
  return chunks
}

const keywordOf = (data: Uint8Array) => String.fromCharCode(...data.subarray(0, data.indexOf(0)))

/** Keyword, not compressed, neither language nor translated keyword, then the text. */
const textData = (text: string) =>
  joined([new TextEncoder().encode(KEYWORD), Uint8Array.of(0, 0, 0, 0, 0), new TextEncoder().encode(text)])

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(name), data])
  const frame = new Uint8Array(body.length + 8)
  const view = new DataView(frame.buffer)
  view.setUint32(0, data.length)
  frame.set(body, 4)
  view.setUint32(body.length + 4, crc32(body))
  return frame
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The check of a PNG chunk (ISO 3309), a bit at a time: a credential is a few kilobytes. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
