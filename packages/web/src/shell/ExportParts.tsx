import { IconBraces, IconCalendar, IconFileText, IconTable } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Trouble } from '../ask/reply.ts'
import { useDocument } from '../document/useDocument.ts'
import type { ExportKind } from '../keep/exporting.ts'
import { saveExport } from '../keep/exports.ts'
import { Press } from '../parts/Press.tsx'
import { TroubleNote } from '../parts/TroubleNote.tsx'
import classes from './ExportParts.module.css'

const line = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

interface Paper {
  readonly kind: ExportKind
  readonly icon: ReactNode
  readonly title: string
  readonly words: string
  /** What is being made, while it is. */
  readonly making: string
}

const papers: readonly Paper[] = [
  {
    kind: 'packet',
    icon: <IconFileText {...line} />,
    title: 'CPA packet, PDF',
    words:
      'A memo, the plan year by year, the logs of lots and credit, every form line by line, and the law it rests on.',
    making: 'Making the packet: every year, every log, every form.',
  },
  {
    kind: 'workbook',
    icon: <IconTable {...line} />,
    title: 'Workbook, XLSX',
    words: 'The years, lots, credit and cash as live formulas, and a sheet for each form.',
    making: 'Making the workbook.',
  },
  {
    kind: 'fdx',
    icon: <IconBraces {...line} />,
    title: 'Tax papers, FDX',
    words: 'The Forms 3921 and 1099-B that your papers should match, as JSON that tax programs read.',
    making: 'Making the list of tax papers.',
  },
  {
    kind: 'calendar',
    icon: <IconCalendar {...line} />,
    title: 'Calendar, ICS',
    words:
      'The days that matter: when lots qualify, when tax is due, when options lapse. Some have amounts: think of who sees your calendar.',
    making: 'Making the calendar.',
  },
]

/** What leaves the page for a CPA, a tax program or a calendar. */
export function ExportParts() {
  const { present } = useDocument()
  const [making, make] = useState<Paper | null>(null)
  const [said, say] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const save = async (paper: Paper): Promise<void> => {
    make(paper)
    setTrouble(null)
    say(paper.making)
    const reply = await saveExport(paper.kind, present)
    make(null)
    setTrouble('trouble' in reply ? reply.trouble : null)
    say('answer' in reply ? `Saved as ${reply.answer}.` : '')
  }
  return (
    <section>
      <h3>For your CPA and your calendar</h3>
      <p>Made on this device from the scenario as it stands, with its plan, as of its day.</p>
      <ul className={classes.papers}>
        {papers.map((paper) => (
          <li key={paper.kind}>
            <Press
              className={classes.press}
              disabled={making !== null}
              aria-describedby={`about-${paper.kind}`}
              onClick={() => void save(paper)}
            >
              {paper.icon}
              {paper.title}
            </Press>
            <span id={`about-${paper.kind}`}>{paper.words}</span>
          </li>
        ))}
      </ul>
      <p aria-live="polite" className={classes.said}>
        {said}
      </p>
      {trouble && <TroubleNote trouble={trouble} />}
    </section>
  )
}
