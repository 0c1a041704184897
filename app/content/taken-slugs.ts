import { SIGNED_IN_PAGES } from '#app/signed-in-pages.ts'

/** The pages of their own directly under an address: whatever is published there under such a slug could not be reached. */
export function takenSlugs(under: 'learn' | 'learn/:course'): string[] {
  const slugs = SIGNED_IN_PAGES.filter((page) => page.startsWith(`${under}/`)).map((page) =>
    page.slice(under.length + 1),
  )
  return slugs.filter((slug) => !/[:/]/.test(slug))
}
