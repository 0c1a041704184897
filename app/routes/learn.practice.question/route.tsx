import { data, redirect } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { answerFields, givenAnswer } from '#app/features/learning/answer-fields.server.ts'
import { answerPractice } from '#app/features/learning/practice/answer-practice.server.ts'
import { viewPracticeQuestion } from '#app/features/learning/practice/view-question.server.ts'
import { requestContext } from '#app/http/context.ts'
import { parseForm } from '#app/http/form.server.ts'
import { optionalId } from '#app/http/params.ts'
import type { Route } from './+types/route'
import { GivenAnswer } from './given-answer.tsx'
import { NextQuestion } from './next-question.tsx'

const answerForm = z.object({
  course: z.string().max(100),
  question: z.string().max(100),
  seen: z.coerce.number().int().min(1).max(1_000_000),
  ...answerFields,
})

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.kind === 'given' ? 'Your answer' : 'A question'} · Practice · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const { now } = args.context.get(requestContext)
  const asked = args.url.searchParams
  const page = await viewPracticeQuestion(actor, now, {
    answerId: optionalId(asked.get('answer')),
    isGoingOn: asked.has('on'),
  })
  if (!page) throw redirect('/learn/practice')
  return { ...page, path: args.url.pathname + (asked.has('on') ? '?on=1' : '') }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const { now } = args.context.get(requestContext)
  const form = await parseForm(args.request, answerForm)
  if (!form.ok) throw new Response('This form is not one of this page.', { status: 400 })
  const { course, question: questionId, seen, print } = form.value
  const result = await answerPractice(actor, { course, questionId, seen, chosen: givenAnswer(form.value), print }, now)
  if ('fault' in result) return data({ question: questionId, fault: result.fault, typed: form.value }, { status: 400 })
  return redirect(`/learn/practice/question${result.answerId ? `?answer=${result.answerId}` : ''}`)
}

export default function PracticeQuestion({ loaderData: page, actionData: refused }: Route.ComponentProps) {
  if (page.kind === 'given') return <GivenAnswer page={page} />
  return <NextQuestion page={page} path={page.path} refused={refused} />
}
