import { crc32 } from 'node:zlib'

/** An archive of these texts, uncompressed: the way in which office programs save, as far as what tells one from another. */
export function zipOf(entries: Record<string, string>): Uint8Array {
  const local = Object.entries(entries).map(([name, text]) => {
    const [path, content] = [Buffer.from(name), Buffer.from(text)]
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt32LE(crc32(content), 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt32LE(content.length, 22)
    head.writeUInt16LE(path.length, 26)
    return Buffer.concat([head, path, content])
  })
  return new Uint8Array(Buffer.concat(local))
}

const typesOf = (main: string) =>
  zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${main}.main+xml"/></Types>`,
  })

const OFFICE = 'application/vnd.openxmlformats-officedocument'
export const PPTX = typesOf(`${OFFICE}.presentationml.presentation`)
export const DOCX = typesOf(`${OFFICE}.wordprocessingml.document`)
export const PPTM = typesOf('application/vnd.ms-powerpoint.presentation.macroEnabled')
export const ODP = zipOf({ mimetype: 'application/vnd.oasis.opendocument.presentation' })
