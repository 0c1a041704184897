import { requirePermission } from '#app/auth/guards.server.ts'
import island from '#app/features/learning/offline/device-switch.island.ts?worker&url'
import { Button } from '#app/ui/button.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'This device · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  await requirePermission(args, 'learning.study')
  return null
}

/** Reading without a network: a choice for one device, which the device itself keeps. */
export default function Device() {
  return (
    <div className="grid max-w-form gap-6">
      <p>
        The lessons of your courses can be kept on this device, so that you can read them, write notes on them and
        answer their questions without a network. What you write is sent later. Recordings, marking and your portfolio
        are never kept.
      </p>
      <p>
        Switch this on only where the device is your own: whoever opens it can read what is kept. Signing out takes
        everything away again.
      </p>
      <div data-device="page" hidden className="grid justify-items-start gap-4">
        <Button type="button" data-device="on">
          This is my own device: keep my lessons on it
        </Button>
        <Button type="button" variant="secondary" data-device="off" hidden>
          Take my lessons off this device
        </Button>
        <div data-device="sure" hidden className="grid justify-items-start gap-3 border-accent border-s-2 ps-5">
          <p>Some of your work has not been sent, and is on this device only.</p>
          <Button type="button" variant="danger">
            Delete it as well
          </Button>
        </div>
        <p role="status" data-device="said" />
        <a href="/offline">What is kept on this device</a>
      </div>
      <noscript>
        <p>This needs scripts, which are switched off in this browser.</p>
      </noscript>
      <script type="module" src={island} />
    </div>
  )
}
