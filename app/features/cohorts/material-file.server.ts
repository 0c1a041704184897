import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { shownFileName } from '#app/domain/file-name.ts'
import { isMaterialType, materialName } from '#app/domain/live/material-file.ts'
import { type FileTrouble, MAX_FILE_BYTES, type SentFile } from '#app/http/upload-form.server.ts'

export const MAX_MATERIAL_BYTES = MAX_FILE_BYTES

export type MaterialFile = {
  /** Fit to be shown, with the ending of what it holds. */
  name: string
  mediaType: string
  bytes: Uint8Array<ArrayBuffer>
  sha256: string
}

const troubles: Record<FileTrouble, string> = {
  'too-large': 'This file is larger than 10 MB. Save it with smaller pictures, or add a link to it.',
  'broken-off': 'The upload broke off before the whole file was here. Nothing of it was kept. Choose the file again.',
}

type Sent = { file?: SentFile | undefined; trouble?: FileTrouble | undefined }

/** Reads the file that was sent. What it is its content says; a name or a type that came along counts for nothing. */
export async function readMaterialFile({ file, trouble }: Sent): Promise<MaterialFile | { fault: string }> {
  if (trouble) return { fault: troubles[trouble] }
  if (!file) return { fault: 'Choose a file.' }
  if (file.bytes.byteLength === 0) return { fault: 'This file is empty.' }
  const mediaType = (await fileTypeFromBuffer(file.bytes))?.mime
  if (!mediaType || !isMaterialType(mediaType))
    return {
      fault:
        'This is not a PDF, PPTX, ODP, DOCX or image, whatever its name says. Save it as one of these, without a password or macros.',
    }
  const bytes = new Uint8Array(file.bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name: materialName(shownFileName(file.name), mediaType), mediaType, bytes, sha256 }
}
