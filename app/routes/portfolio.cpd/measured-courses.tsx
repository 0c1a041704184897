import { durationWords } from '#app/domain/reading-time.ts'
import type { CpdPage } from '#app/features/portfolio/view-cpd.server.ts'
import { WhatIsMeasured } from '#app/ui/measured-time.tsx'
import { Table } from '#app/ui/table.tsx'

/** What a certificate states is the course's figure; the time beside it is one's own. */
export const MeasuredCourses = ({ courses }: Pick<CpdPage, 'courses'>) => (
  <div className="mb-section grid gap-2">
    <Table
      caption="Courses here"
      rows={courses}
      rowKey={({ slug }) => slug}
      columns={[
        { key: 'course', header: 'Course', cell: ({ slug, title }) => <a href={`/learn/${slug}`}>{title}</a> },
        { key: 'standing', header: 'Standing', cell: ({ isCompleted }) => (isCompleted ? 'Completed' : 'Under way') },
        { key: 'stated', header: 'CPD hours stated', numeric: true, cell: ({ cpdHours }) => cpdHours },
        {
          key: 'measured',
          header: 'Measured reading',
          numeric: true,
          cell: ({ activeSeconds }) => durationWords(activeSeconds),
        },
      ]}
    />
    <WhatIsMeasured />
  </div>
)
