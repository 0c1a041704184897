import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { shownFileName } from '#app/domain/file-name.ts'
import { type FileTrouble, MAX_FILE_BYTES, type SentFile } from '#app/http/upload-form.server.ts'

/** A scan of two pages is a tenth of it. */
export const MAX_CERTIFICATE_BYTES = MAX_FILE_BYTES

/** What a certificate may be, by what its content says; a name or a type that was sent along counts for nothing. */
const MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const
type MediaType = (typeof MEDIA_TYPES)[number]

export type CertificateFile = {
  /** Fit to be shown. */
  name: string
  mediaType: MediaType
  bytes: Uint8Array<ArrayBuffer>
  sha256: string
}

const troubles: Record<FileTrouble, string> = {
  'too-large':
    'This file is larger than 10 MB. Scan it at a lower resolution, or send the page that certifies the training alone.',
  'broken-off': 'The upload broke off before the whole file was here. Nothing of it was kept. Choose the file again.',
}

type Sent = { file?: SentFile | undefined; trouble?: FileTrouble | undefined }

/**
 * Reads the certificate that was sent.
 * @returns it, null where none was chosen, or a sentence that says what is wrong with it.
 */
export async function readCertificate({ file, trouble }: Sent): Promise<CertificateFile | null | { fault: string }> {
  if (trouble) return { fault: troubles[trouble] }
  if (!file) return null
  if (file.bytes.byteLength === 0) return { fault: 'This file is empty.' }
  const mediaType = await mediaTypeOf(file.bytes)
  if (!mediaType)
    return {
      fault: 'This is not a PDF, PNG or JPEG, whatever its name says. Save or scan the certificate as one of these.',
    }
  const bytes = new Uint8Array(file.bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name: shownFileName(file.name), mediaType, bytes, sha256 }
}

async function mediaTypeOf(bytes: Uint8Array): Promise<MediaType | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  return MEDIA_TYPES.find((type) => type === found?.mime)
}
