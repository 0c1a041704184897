import { redirect } from 'react-router'
import { endSession } from '#app/auth/session.server.ts'
import type { Route } from './+types/route'

/** Signing out is a form: a link to it on another site would sign people out. */
export const loader = () => redirect('/')

export async function action({ context }: Route.ActionArgs) {
  await endSession(context)
  // Wards share computers: what this site keeps in the browser goes with the session.
  return redirect('/sign-in?done=signed-out', { headers: { 'Clear-Site-Data': '"storage"' } })
}
