import { wasAnswered } from '#app/features/register/answered-list.server.ts'
import { downloadForm } from '#app/features/register/check-form.ts'
import { checkNumbers } from '#app/features/register/check-numbers.server.ts'
import { checkedFile } from '#app/features/register/checked-file.ts'
import { readNumbers } from '#app/features/register/read-numbers.ts'
import { requestContext } from '#app/http/context.ts'
import { download } from '#app/http/download.ts'
import { parseForm } from '#app/http/form.server.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import type { Route } from './+types/route'

/** The answer to a list as a file. */
export async function action(args: Route.ActionArgs) {
  const form = await parseForm(args.request, downloadForm)
  const { list, answered } = form.ok ? form.value : { list: '', answered: '' }
  const read = readNumbers(list)
  if ('fault' in read) throw new Response(read.fault, { status: 400 })
  const { checked, unknown } = await checkNumbers(read.numbers, args.context.get(requestContext).now)
  if (unknown > 0 && !wasAnswered(list, answered)) await limitRate(args, 'verify', undefined, unknown)
  return download(args.request, checkedFile(checked), {
    ...{ type: 'text/csv; charset=utf-8', name: 'stance-check.csv', cached: 'nowhere' },
  })
}
