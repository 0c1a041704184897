import type { Path } from '#app/domain/notices.ts'

/** Any origin that cannot be ours: what resolves to another than this one leads away. */
const HERE = 'https://here.invalid'

/**
 * A page of this site that somebody asked to be led to, or undefined for anything else. Browsers read `//x`, `/\x` and
 * tabs or line ends within as another site, so that the parsed address decides, never the text.
 */
export function ownPath(value: string | null | undefined): Path | undefined {
  if (!value?.startsWith('/') || !URL.canParse(value, HERE)) return undefined
  const url = new URL(value, HERE)
  if (url.origin !== HERE || url.pathname.startsWith('//')) return undefined
  return `${url.pathname as Path}${url.search}${url.hash}`
}

/** The address of a page of coming in that leads on to where somebody was going. */
export const withNext = (page: Path, next: Path | undefined): string =>
  next ? `${page}?${new URLSearchParams({ next })}` : page
