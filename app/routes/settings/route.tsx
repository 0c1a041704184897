import { Outlet, useLocation } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { Route } from './+types/route'

const tabs = [
  { href: '/settings', label: 'Profile' },
  { href: '/settings/password', label: 'Password' },
  { href: '/settings/sessions', label: 'Sessions' },
  { href: '/settings/notices', label: 'Notices' },
  { href: '/settings/purchases', label: 'Purchases' },
  { href: '/settings/calendar', label: 'Calendar' },
  { href: '/settings/device', label: 'This device' },
  { href: '/settings/keyboard', label: 'Keyboard' },
  { href: '/settings/register', label: 'Public register' },
]

export async function loader(args: Route.LoaderArgs) {
  return { email: (await requireActor(args)).email }
}

export default function Settings({ loaderData: { email } }: Route.ComponentProps) {
  const { pathname } = useLocation()
  return (
    <>
      <PageHeader title="Account and settings" lead={email} />
      <Tabs label="Settings" tabs={tabs.map((tab) => ({ ...tab, current: tab.href === pathname }))} />
      <Outlet />
    </>
  )
}
