import { classify } from '#app/content/content-files.server.ts'

export const PATHWAYS_ARE_READ =
  'A pathway says what a status asks for, and people have been placed on it: it is changed with the installation’s files, and read here.'

/** Why a file is not changed on the authoring pages; null where it is. */
export function whyOnlyRead({ path, text }: { path: string; text: string | null }): string | null {
  if (text === null) return 'A recording comes with the installation’s files.'
  return classify(path)?.role === 'pathway' ? PATHWAYS_ARE_READ : null
}

export const noSuchFile = () => new Response('There is no such file of the content.', { status: 404 })
