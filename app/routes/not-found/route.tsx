/** An address that leads nowhere is answered like any other page, with its reference and its headers. */
export function loader(): never {
  throw new Response('There is no such page.', { status: 404 })
}

export const action = loader

/** Never shown. Without a page of its own, a route answers with the bare text that it throws. */
export default function NotFound() {
  return null
}
