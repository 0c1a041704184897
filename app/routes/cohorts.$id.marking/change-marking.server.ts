import { z } from 'zod'
import { inList } from '#app/domain/listing.ts'
import type { Actor } from '#app/domain/people.ts'
import { inNumber } from '#app/domain/wording.ts'
import { adoptPolicy } from '#app/features/marking/adopt-policy.server.ts'
import { type Allocated, allocateCohort, previewAllocation } from '#app/features/marking/allocate-scripts.server.ts'
import { takeBackScripts } from '#app/features/marking/take-back-scripts.server.ts'
import { type FormFault, faultIn, listField, parseForm } from '#app/http/form.server.ts'
import { policyFields, policyFrom } from './policy-form.server.ts'

const allocationFields = {
  vignette: z.string().transform((slug) => slug || undefined),
  marker: listField(z.uuid()).pipe(z.array(z.uuid()).min(1, 'Tick at least one marker.')),
  by: z.enum(['equally', 'weights'], 'Choose how.'),
  most: z.union([
    z.literal('').transform(() => undefined),
    z
      .string()
      .regex(/^[1-9]\d{0,4}$/, 'Use a whole number from 1, or leave it empty.')
      .transform(Number),
  ]),
  seed: z.string().min(1).max(64),
}

const markingForm = z.union([
  z.object({ intent: z.literal('preview'), ...allocationFields }),
  z.object({ intent: z.literal('allocate'), ...allocationFields }),
  z.object({ intent: z.literal('take-back'), marker: z.uuid(), begun: z.string().optional() }),
])

export type AllocationForm = { vignette: string; markers: string[]; by: string; most: string; seed: string }

type Changed =
  | { done: string }
  | { preview: Allocated; form: AllocationForm }
  | { fault: FormFault; of: 'policy' | 'allocation' }

/** Does what one of the page's forms asks. @returns what to say about it, what an allocation would do, or what has to be put right. */
export async function changeMarking(actor: Actor, cohortId: string, request: Request, now: Date): Promise<Changed> {
  const intent = new URL(request.url).searchParams.get('form')
  return intent === 'policy' ? adopt(actor, cohortId, request, now) : allocate(actor, cohortId, request, now)
}

async function adopt(actor: Actor, cohortId: string, request: Request, now: Date): Promise<Changed> {
  const form = await parseForm(request, policyFields)
  if (!form.ok) return { fault: form.fault, of: 'policy' }
  const policy = policyFrom(form.value, actor.timeZone)
  const adopted = await adoptPolicy(actor, { cohortId, baseVersion: form.value.version, policy }, now)
  if ('fault' in adopted)
    return { fault: faultIn(adopted.fault.field, adopted.fault.message, form.typed), of: 'policy' }
  return { done: `Version ${adopted.version} of the policy is in force.` }
}

async function allocate(actor: Actor, cohortId: string, request: Request, now: Date): Promise<Changed> {
  const form = await parseForm(request, markingForm)
  if (!form.ok) return { fault: form.fault, of: 'allocation' }
  if (form.value.intent === 'take-back') {
    const { marker: markerId, begun } = form.value
    return { done: takenBack(await takeBackScripts(actor, { cohortId, markerId, begun: Boolean(begun) }, now)) }
  }
  const { intent, vignette, marker, ...how } = form.value
  const wish = { cohortId, vignetteSlug: vignette, markerIds: marker, ...how }
  const outcome = await (intent === 'preview' ? previewAllocation : allocateCohort)(actor, wish, now)
  if ('refused' in outcome) return { fault: faultIn('', outcome.refused, form.typed), of: 'allocation' }
  if (intent === 'allocate') return { done: allocatedText(outcome.allocated) }
  const typed = { vignette: vignette ?? '', markers: marker, by: how.by, most: String(how.most ?? ''), seed: how.seed }
  return { preview: outcome.allocated, form: typed }
}

function takenBack({ notBegun, begun }: { notBegun: number; begun: number }): string {
  if (notBegun + begun === 0) return 'There was nothing to take back.'
  return inNumber(
    notBegun + begun,
    begun > 0
      ? {
          one: '1 script taken back, which had been begun. It waits for anybody.',
          other: '{n} scripts taken back, of which begun: {begun}. They wait for anybody.',
        }
      : {
          one: '1 script taken back. It waits for anybody.',
          other: '{n} scripts taken back. They wait for anybody.',
        },
    { begun },
  )
}

function allocatedText({ shares, total, left }: Allocated): string {
  const each = shares.filter(({ count }) => count > 0).map(({ name, count }) => `${name} ${count}`)
  return [
    total === 0
      ? 'Nothing was allocated.'
      : inNumber(
          total,
          { one: '1 script allocated: {each}.', other: '{n} scripts allocated: {each}.' },
          { each: inList(each) },
        ),
    left > 0 &&
      inNumber(left, {
        one: '1 script could go to none of them.',
        other: '{n} scripts could go to none of them.',
      }),
  ]
    .filter(Boolean)
    .join(' ')
}
