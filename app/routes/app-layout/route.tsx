import { Outlet } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { can } from '#app/auth/policy.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import type { Keeping } from '#app/features/drafts/forms/kept-form.tsx'
import { takeFlash } from '#app/http/flash.server.ts'
import { AppShell } from '#app/ui/app-shell.tsx'
import { Flash } from '#app/ui/flash.tsx'
import type { Route } from './+types/route'
import { navigationFor } from './navigation.ts'

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  return {
    user: { name: actor.name, detail: actor.email },
    items: navigationFor(actor),
    keeping: { vault: draftVault(actor.id), timeZone: actor.timeZone } satisfies Keeping,
    flash: takeFlash(args.context),
    path: args.url.pathname,
    searchHref: can(actor, 'learning.study') && args.url.pathname !== '/search' ? '/search' : undefined,
  }
}

export default function AppLayout({ loaderData: { user, items, flash, path, searchHref } }: Route.ComponentProps) {
  return (
    <AppShell
      user={user}
      items={items}
      accountHref="/settings"
      concernHref={`/concern?from=${encodeURIComponent(path)}`}
      searchHref={searchHref}
      flash={flash && <Flash tone={flash.tone}>{flash.text}</Flash>}
    >
      <Outlet />
    </AppShell>
  )
}
