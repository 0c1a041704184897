import { type RouterContextProvider, redirect } from 'react-router'
import { homeOf } from '#app/domain/home.ts'
import type { Actor } from '#app/domain/people.ts'
import { can, type Permission } from './policy.ts'
import { sessionContext } from './session.server.ts'

/** `url` is the page's address, also when the request is for its data alone. */
type GuardArgs = { url: URL; request: Pick<Request, 'method'>; context: Readonly<RouterContextProvider> }

/** Whoever is signed in, or null. */
export async function currentActor({ context }: Pick<GuardArgs, 'context'>): Promise<Actor | null> {
  return (await context.get(sessionContext).read())?.actor ?? null
}

/** Whoever is signed in. Throws a redirect to the sign-in page, which leads back here, and says so where a form came too late. */
export async function requireActor(args: GuardArgs): Promise<Actor> {
  const actor = await currentActor(args)
  if (actor) return actor
  // After a form was sent there is no page to come back to but the one that it stood on, at the same address.
  const next = args.url.pathname + args.url.search
  const isUnsent = args.request.method === 'POST' && args.context.get(sessionContext).hasEnded
  throw redirect(`/sign-in?${new URLSearchParams({ next, ...(isUnsent && { done: 'unsent' }) })}`)
}

/** Whoever is signed in and may do this. Throws a redirect to sign in, or 403. */
export async function requirePermission(args: GuardArgs, permission: Permission): Promise<Actor> {
  const actor = await requireActor(args)
  if (!can(actor, permission)) throw new Response('You have no access to this page.', { status: 403 })
  return actor
}

/** Sends somebody who is signed in already to their work. */
export async function requireSignedOut(args: GuardArgs): Promise<void> {
  const actor = await currentActor(args)
  if (actor) throw redirect(homeOf(actor.roles))
}
