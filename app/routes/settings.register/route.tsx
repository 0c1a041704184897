import { data, Form } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { listingForm, listingValues } from '#app/features/register/listing-form.server.ts'
import { keepListing, leaveRegister, readOwnListing } from '#app/features/register/own-listing.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { Route } from './+types/route'
import { AboutRegister } from './about-register.tsx'
import { ListingFields } from './listing-fields.tsx'
import { Preview } from './preview.tsx'
import { Standing } from './standing.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Public register · Stance' }]

const HERE = '/settings/register'
const done = {
  listed: 'You are in the register now, with what you see below.',
  changed: 'The register shows what you see below.',
  'as-before': 'The register shows what it showed before.',
}

export async function loader(args: Route.LoaderArgs) {
  const own = await readOwnListing(await requireActor(args), args.context.get(requestContext).now)
  return { ...own, values: listingValues(own.listing) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const { now } = args.context.get(requestContext)
  const form = await parseForm(args.request, listingForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const { intent, ...agreed } = form.value
  if (intent === 'leave' || !('town' in agreed)) {
    await leaveRegister(actor, now)
    return redirectWithFlash(
      HERE,
      'You are out of the register. Your credentials can still be verified by their numbers.',
    )
  }
  if (intent === 'list') return redirectWithFlash(HERE, done[await keepListing(actor, agreed, now)])
  return { draft: { values: form.typed, preview: (await readOwnListing(actor, now, agreed)).preview } }
}

export default function RegisterSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { canBeListed, isListed, code } = loaderData
  const fault = actionData && 'fault' in actionData ? actionData.fault : undefined
  const draft = actionData && 'draft' in actionData ? actionData.draft : undefined
  if (!canBeListed && !isListed) return <AboutRegister />
  return (
    <div className="grid gap-section">
      <Standing isListed={isListed} isShown={canBeListed} code={code} />
      {canBeListed && (
        <div className="grid gap-x-16 gap-y-section lg:grid-cols-2">
          <Form method="post" noValidate className="grid max-w-form content-start gap-6">
            <h2 className="text-2xl">What you agree to show</h2>
            <ErrorSummary errors={errorsOf(fault)} />
            <ListingFields values={fault?.values ?? draft?.values ?? loaderData.values} errors={fault?.errors} />
            <div className="flex flex-wrap gap-3">
              <Button name="intent" value="list">
                {isListed ? 'Save' : 'List me in the register'}
              </Button>
              <Button name="intent" value="preview" variant="secondary">
                See it first
              </Button>
            </div>
          </Form>
          <Preview person={draft ? draft.preview : loaderData.preview} isDraft={Boolean(draft)} isListed={isListed} />
        </div>
      )}
    </div>
  )
}
