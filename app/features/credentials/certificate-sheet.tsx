import type { ReactNode } from 'react'
import { type CertificateText, cpdFacts } from '#app/domain/certificate.ts'

type CertificateSheetProps = {
  text: CertificateText
  headingLevel?: 2 | 3
  /** Number and day of issue, once there are any. */
  children?: ReactNode
}

/** What a certificate says, in the order and the words in which it is printed. */
export function CertificateSheet({ text, headingLevel = 2, children }: CertificateSheetProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <article className="@container grid gap-5 rounded-sm border border-line-strong bg-surface p-5 sm:p-8">
      <header className="grid gap-1">
        <p className="font-serif text-accent-ink italic">Certificate of completion</p>
        <Heading className="text-2xl wrap-anywhere">
          <bdi>{text.holderName}</bdi>
        </Heading>
        <p className="text-ink-muted">has completed the course</p>
        <p className="font-medium font-serif text-primary text-xl">{text.courseTitle}</p>
      </header>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 border-line border-t pt-4 @min-[28rem]:grid-cols-3 @min-[60rem]:grid-cols-6">
        {cpdFacts(text).map(({ term, value }) => (
          <div key={term}>
            <dt className="text-ink-muted text-sm">{term}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {children && <footer className="border-line border-t pt-4">{children}</footer>}
    </article>
  )
}
