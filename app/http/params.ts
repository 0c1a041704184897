const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An id out of an address. Throws 404 for what cannot be one, before the database is asked. */
export function idParam(value: string | undefined): string {
  if (value && UUID.test(value)) return value
  throw new Response('There is no such page.', { status: 404 })
}

/** An id that an address may name; null for what cannot be one. */
export const optionalId = (value: string | null): string | null => (value && UUID.test(value) ? value : null)

/** The page of a list that an address asks for, from 1; anything else is the first. */
export function pageParam(request: Request): number {
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  return Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}
