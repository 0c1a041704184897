import { Outlet } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { can } from '#app/auth/policy.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { KeepingContext } from '#app/features/drafts/forms/keeping.ts'
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
    keeping: { vault: draftVault(actor.id), timeZone: actor.timeZone },
    flash: takeFlash(args.context),
    path: args.url.pathname,
    searchHref: can(actor, 'learning.study') && args.url.pathname !== '/search' ? '/search' : undefined,
  }
}

export default function AppLayout({ loaderData }: Route.ComponentProps) {
  const { user, items, keeping, flash, path, searchHref } = loaderData
  return (
    <AppShell
      user={user}
      items={items}
      accountHref="/settings"
      concernHref={`/concern?from=${encodeURIComponent(path)}`}
      searchHref={searchHref}
      flash={flash && <Flash tone={flash.tone}>{flash.text}</Flash>}
    >
      <KeepingContext value={keeping}>
        <Outlet />
      </KeepingContext>
    </AppShell>
  )
}
