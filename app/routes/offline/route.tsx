import island from '#app/features/learning/offline/offline.island.ts?worker&url'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Kept on this device · Stance' }]

/** What is shown without a network. The server knows nothing of it: what it lists is what the device itself keeps. */
export default function Offline() {
  return (
    <>
      <PageHeader
        title="Kept on this device"
        lead="Without a network you can read the lessons below, mark and write on their words, and answer their questions. Everything else needs a network."
      />
      <div className="grid max-w-measure gap-10">
        <p data-offline="elsewhere" hidden className="unsent">
          The page that you asked for needs a network. Open it again when there is one.
        </p>
        <section data-offline="leaving" hidden className="grid gap-4 border-accent border-s-2 ps-5">
          <h2 className="text-xl">Some of your work has not been sent</h2>
          <p>It is on this device only. If you sign out now, it is deleted here and cannot be brought back.</p>
          <form method="post" action="/sign-out" className="flex flex-wrap gap-2">
            <input type="hidden" name="anyway" value="yes" />
            <Button variant="danger">Delete it and sign out</Button>
            <LinkButton variant="quiet" href="/offline">
              Stay signed in
            </LinkButton>
          </form>
        </section>
        <section data-offline="unsent" hidden>
          <h2 className="text-xl">Not sent yet</h2>
          <ul data-offline="work" className="mt-3 grid gap-4" />
        </section>
        <section>
          <h2 className="text-xl">Lessons</h2>
          <p data-offline="none" className="mt-3">
            None. Lessons are kept on a device once its owner switches that on, under{' '}
            <a href="/settings/device">This device</a> in the settings.
          </p>
          <div data-offline="lessons" className="[&_a]:inline-flex [&_a]:min-h-target [&_a]:items-center" />
        </section>
      </div>
      <script type="module" src={island} />
    </>
  )
}
