import { Outlet } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import type { Route } from './+types/route'

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  return { name: actor.name, email: actor.email, unreadNotices: actor.unreadNotices }
}

export default function AppLayout() {
  return <Outlet />
}
