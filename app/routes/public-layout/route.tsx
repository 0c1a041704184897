import { Outlet, useMatches } from 'react-router'
import { PublicShell } from '#app/ui/public-shell.tsx'

/** `handle = { bleed: true }` leaves the page's width to itself. */
export default function PublicLayout() {
  const bleed = useMatches().some((match) => (match.handle as { bleed?: boolean } | undefined)?.bleed)
  return (
    <PublicShell bleed={bleed}>
      <Outlet />
    </PublicShell>
  )
}
