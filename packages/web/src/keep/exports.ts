/** Files for other programs and people, made beside the page and handed to the browser. */
import type { Reply } from '../ask/reply.ts'
import type { Present } from '../document/document.ts'
import { download, fileName } from './copies.ts'
import type { ExportKind } from './exporting.ts'
import { aside } from './papers.ts'

const types: { readonly [kind in ExportKind]: { readonly ending: string; readonly type: string } } = {
  calendar: { ending: 'ics', type: 'text/calendar' },
  workbook: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  packet: { ending: 'pdf', type: 'application/pdf' },
  fdx: { ending: 'fdx.json', type: 'application/json' },
}

/** Makes a file of the scenario and saves it. Gives its name, or what went wrong. */
export async function saveExport(
  kind: ExportKind,
  { file, name, asOf }: Pick<Present, 'file' | 'name' | 'asOf'>,
): Promise<Reply<string>> {
  const made = await aside((papers) => papers.exported(kind, file, asOf))
  if ('trouble' in made) return made
  const { ending, type } = types[kind]
  return { answer: download(new Blob([made.answer], { type }), `${fileName(name)}.${ending}`) }
}
