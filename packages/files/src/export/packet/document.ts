/** The pages of the packet in their order, with page numbers, a title and a language. */
import type { Case } from '@isoline/engine'
import { createElement } from 'react'
import { type Block, ink, stretches } from './blocks.ts'
import { Document, Page, Text, View } from './elements.ts'
import { formPages } from './forms.ts'
import { groundPages } from './grounds.ts'
import { logPages } from './logs.ts'
import { type MemoFacts, memo } from './memo.ts'
import { printable } from './printable.ts'
import { planPages } from './years.ts'

const styles = {
  page: { fontFamily: 'Helvetica', fontSize: 9.5, color: ink.text, padding: 48, paddingBottom: 56 },
  foot: { position: 'absolute', bottom: 26, left: 48, right: 48, fontSize: 8, color: ink.dim, textAlign: 'center' },
} as const

/** The file. The day asked stands in for the day it was made: the same question gives the same pages. */
export async function packetFile(of: Case, facts: MemoFacts): Promise<Uint8Array> {
  const { dossier } = facts
  const name = printable(dossier.company || 'Stock options')
  const foot = footer(`${name}, as of ${dossier.asOf}`)
  const page = (blocks: readonly Block[]): Block =>
    createElement(Page, { size: 'LETTER', style: styles.page }, createElement(View, {}, ...blocks), foot)
  const about = {
    ...{ title: `${name}: incentive stock options, as of ${dossier.asOf}`, author: 'Isoline', creator: 'Isoline' },
    ...{
      producer: `Isoline ${dossier.version}`,
      subject: 'Plan of incentive stock options under the regular tax and AMT',
    },
    ...{ language: 'en-US', creationDate: new Date(`${dossier.asOf}T00:00:00Z`), pageLayout: 'oneColumn' as const },
  }
  const sections = [
    ...[memo(facts), planPages(of, dossier), logPages(dossier)],
    ...[...formPages(of, dossier), groundPages(dossier)],
  ]
  const { pdf } = await import('@react-pdf/renderer')
  const blob = await pdf(createElement(Document, about, ...sections.flatMap(stretches).map(page))).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

const footer = (text: string): Block =>
  createElement(Text, {
    ...{ style: styles.foot, fixed: true },
    render: ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }) =>
      `${text}        page ${pageNumber} of ${totalPages}`,
  })
