import { requirePermission } from '#app/auth/guards.server.ts'
import { NoteList } from '#app/features/learning/notes/note-list.tsx'
import { viewNotes } from '#app/features/learning/notes/view-notes.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { bySlug, FilterChoice, FilterForm, FilterText } from '#app/ui/filter-form.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'My notes · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const { searchParams } = args.url
  const asked = { course: searchParams.get('course') ?? '', words: (searchParams.get('q') ?? '').slice(0, 200) }
  return { ...(await viewNotes(actor, asked)), asked }
}

export default function Notes({ loaderData: { courses, count, options, asked } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/learn', label: 'My learning' }]} />}
        title="My notes"
        lead="What you marked in lessons and wrote on it. Nobody else sees it: neither training leads nor accreditation staff."
        actions={count > 0 && <Exports />}
      />
      {count === 0 ? (
        <EmptyState title="Nothing is marked yet" actions={<LinkButton href="/learn">To my courses</LinkButton>}>
          <p>Choose words in a lesson to mark them or to write on them. What you mark is gathered here.</p>
        </EmptyState>
      ) : (
        <>
          <div className="print:hidden">
            <FilterForm action="/learn/notes">
              <FilterChoice name="course" label="Course" all="All" value={asked.course} options={bySlug(options)} />
              <FilterText name="q" label="With the words" value={asked.words} />
            </FilterForm>
          </div>
          {courses.length === 0 && <p role="status">Nothing of what you marked fits this.</p>}
          <div className="grid max-w-measure gap-section">
            {courses.map(({ slug, title, lessons }) => (
              <section key={slug} aria-labelledby={`course-${slug}`} className="grid gap-8">
                <h2 id={`course-${slug}`} className="text-2xl">
                  {title}
                </h2>
                {lessons.map((lesson) => (
                  <section key={lesson.slug ?? ''} aria-label={lesson.title} className="grid gap-4">
                    <h3 className="text-lg">
                      {lesson.slug ? <a href={`/learn/${slug}/${lesson.slug}`}>{lesson.title}</a> : lesson.title}
                    </h3>
                    <NoteList
                      notes={lesson.notes}
                      lessonPath={lesson.slug && `/learn/${slug}/${lesson.slug}`}
                      from="notes"
                    />
                  </section>
                ))}
              </section>
            ))}
          </div>
        </>
      )}
    </>
  )
}

const Exports = () => (
  <div className="flex flex-wrap gap-2 print:hidden">
    <LinkButton variant="quiet" href="/learn/notes.md">
      Save as Markdown
    </LinkButton>
    <LinkButton variant="quiet" href="/learn/notes.json">
      Save as JSON
    </LinkButton>
  </div>
)
