/** A bomb of a few kilobytes may hold gigabytes. */
const MAX_INFLATED_BYTES = 4 * 1024 * 1024

/** What zlib had compressed; nothing for what it had not, and for what grows too large. */
export async function inflated(bytes: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream('deflate'))
    const reader = stream.getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length
      if (size > MAX_INFLATED_BYTES) return new Uint8Array()
      parts.push(read.value)
    }
  } catch {
    return new Uint8Array()
  }
  return new Uint8Array(await new Blob(parts.map((part) => Uint8Array.from(part))).arrayBuffer())
}
