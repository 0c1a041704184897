import island from '#app/features/learning/offline/offline.island.ts?worker&url'
import { Button } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Kept on this device · Stance' }]

/** What is shown without a network. The server knows nothing of it: what it lists is what the device itself keeps. */
export default function Offline() {
  return (
    <>
      <PageHeader
        title="Kept on this device"
        lead="Without a network you can read the lessons below and answer their questions. Everything else needs a network."
      />
      <div className="grid max-w-measure gap-10">
        <section data-offline="leaving" hidden className="grid gap-4 border-accent border-s-2 ps-5">
          <h2 className="text-xl">Some of your answers have not been sent</h2>
          <p>They are on this device only. If you sign out now, they are deleted here and cannot be brought back.</p>
          <form method="post" action="/sign-out">
            <input type="hidden" name="anyway" value="yes" />
            <Button variant="danger">Delete them and sign out</Button>
          </form>
        </section>
        <section data-offline="unsent" hidden>
          <h2 className="text-xl">Not sent yet</h2>
          <ul data-offline="answers" className="mt-3 grid gap-2" />
        </section>
        <section>
          <h2 className="text-xl">Lessons</h2>
          <p data-offline="none" className="mt-3">
            None. Lessons are kept on a device once its owner switches that on, under{' '}
            <a href="/settings/device">This device</a> in the settings.
          </p>
          <ul data-offline="lessons" className="mt-3 grid gap-2" />
        </section>
      </div>
      <script type="module" src={island} />
    </>
  )
}
