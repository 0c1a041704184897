import type { WantedFile } from '#app/db/content-files.server.ts'
import type { SourceFile } from './source-file.ts'

/** A file as the database keeps it. */
export const sourceFile = ({ path, text, digest, byteCount }: WantedFile): SourceFile =>
  text === null ? { file: path, recording: { sha256: digest, byteCount: byteCount ?? 0 } } : { file: path, text }
