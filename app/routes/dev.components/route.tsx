import { useSearchParams } from 'react-router'
import { settings } from '#app/env.server.ts'
import { AppShell } from '#app/ui/app-shell.tsx'
import { ErrorExplanation } from '#app/ui/error-page.tsx'
import type { NavigationItem } from '#app/ui/navigation-item.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { CardSection, ProseSection, TableSection } from './content-section.tsx'
import { ButtonSection, FormSection } from './form-section.tsx'
import { MarksSection, PathwaySection } from './judging-section.tsx'
import { DialogueSection } from './learning-section.tsx'
import { PortfolioSection } from './portfolio-section.tsx'
import { NoticeSection, StatusSection } from './state-section.tsx'
import { DialogSection, FactSection, WaySection } from './way-section.tsx'

const items: NavigationItem[] = [
  { href: '/dev/components', label: 'My learning', icon: 'learn' },
  { href: '/progress', label: 'Pathway', icon: 'path' },
  { href: '/vignettes', label: 'Vignettes', icon: 'vignette' },
  { href: '/marking', label: 'Marking', icon: 'marking', count: 3, countLabel: 'scripts to mark' },
  { href: '/calibration', label: 'Calibration', icon: 'scales' },
  { href: '/cohorts', label: 'Cohorts', icon: 'people', count: 120, countLabel: 'waiting' },
  { href: '/admin', label: 'Administration', icon: 'settings' },
]

/** For those who build; an installation that people use has no such page. */
export function loader() {
  if (settings().isProduction) throw new Response('There is no such page.', { status: 404 })
  return null
}

const REFERENCE = '0c9f6a52-6f7e-4a53-9a53-2f6e0f2a8b11'

/** Every component with its states. `?scheme=light` or `dark` holds it in one of the two; `?error=404` shows that page. */
export default function Components() {
  const [params] = useSearchParams()
  const scheme = params.get('scheme')
  if (params.has('error')) return <ErrorExplanation status={Number(params.get('error'))} reference={REFERENCE} />
  return (
    <div className={scheme === 'dark' ? 'scheme-dark' : scheme === 'light' ? 'scheme-light' : undefined}>
      <title>Components · Stance</title>
      <AppShell user={{ name: 'Dr Noor van den Berg-Okonkwo', detail: 'Mental-health nurse' }} items={items}>
        <PageHeader
          eyebrow="For whoever builds a page"
          title="Components"
          lead="Each component with its states, on the page that signed-in people see."
          actions={
            <p className="flex gap-4">
              <a href="?scheme=light">Light</a>
              <a href="?scheme=dark">Dark</a>
              <a href="/dev/components">As the system</a>
              <a href="?error=404">Error page</a>
            </p>
          }
        />
        <ButtonSection />
        <FormSection />
        <StatusSection />
        <NoticeSection />
        <CardSection />
        <TableSection />
        <WaySection />
        <DialogSection />
        <FactSection />
        <PathwaySection />
        <MarksSection />
        <PortfolioSection />
        <DialogueSection />
        <ProseSection />
      </AppShell>
    </div>
  )
}
