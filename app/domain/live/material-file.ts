const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** What a file among the materials of a session may be: its kind in words, and the endings that it goes by, the usual one first. */
const KINDS: Record<string, { words: string; endings: readonly string[] }> = {
  'application/pdf': { words: 'PDF', endings: ['pdf'] },
  [`${OFFICE}.presentationml.presentation`]: { words: 'PowerPoint slides', endings: ['pptx'] },
  'application/vnd.oasis.opendocument.presentation': { words: 'OpenDocument slides', endings: ['odp'] },
  [`${OFFICE}.wordprocessingml.document`]: { words: 'Word document', endings: ['docx'] },
  'image/png': { words: 'PNG image', endings: ['png'] },
  'image/jpeg': { words: 'JPEG image', endings: ['jpg', 'jpeg'] },
  'image/webp': { words: 'WebP image', endings: ['webp'] },
  'image/gif': { words: 'GIF image', endings: ['gif'] },
}

/** For `accept` of a file's field: a help for choosing, no check. */
export const MATERIAL_ENDINGS = Object.values(KINDS)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',')

export const isMaterialType = (mediaType: string): boolean => Object.hasOwn(KINDS, mediaType)

export const kindWords = (mediaType: string): string => KINDS[mediaType]?.words ?? 'File'

/**
 * The name under which a file is saved by whoever downloads it: as it was given where that ends as its content does. A machine
 * opens a file by its ending, so that slides named `slides.jar` become `slides.jar.pptx`.
 */
export function materialName(shownName: string, mediaType: string): string {
  const endings = KINDS[mediaType]?.endings ?? []
  const isFitting = endings.some((ending) => shownName.toLowerCase().endsWith(`.${ending}`))
  return isFitting || !endings[0] ? shownName : `${shownName}.${endings[0]}`
}
