/** Open Badges 3.0, section 5.3.2. */
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0'
const BAKED = /<openbadges:credential\b[^>]*>\s*(?:<!\[CDATA\[([\s\S]*?)\]\]>)?\s*<\/openbadges:credential>/

/** The image with a credential in it, directly after the opening tag. */
export function bakeSvg(svg: string, credential: string): string {
  // "]]>" would end the section; in JSON the same string can be written without it.
  const data = credential.replaceAll(']]>', ']]\\u003e')
  return svg.replace(
    /<svg\b([^>]*)>/,
    (_, attributes) =>
      `<svg${attributes} xmlns:openbadges="${NAMESPACE}"><openbadges:credential><![CDATA[${data}]]></openbadges:credential>`,
  )
}

/** The credential that an image carries; undefined where it carries none. */
export const bakedInSvg = (svg: string): string | undefined => BAKED.exec(svg)?.[1]
