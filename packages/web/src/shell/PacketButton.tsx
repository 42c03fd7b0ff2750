import type { ScenarioFile } from '@isoline/engine'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { Trouble } from '../ask/reply.ts'
import { useDocument } from '../document/useDocument.ts'
import { saveExport } from '../keep/exports.ts'
import { Press } from '../parts/Press.tsx'
import { SidePanel } from '../parts/SidePanel.tsx'
import { TroubleNote } from '../parts/TroubleNote.tsx'
import classes from './PacketButton.module.css'

/** The packet for a CPA, of the plan that is looked at. */
export function PacketButton({ file }: { readonly file: ScenarioFile | undefined }) {
  const { present } = useDocument()
  const [busy, setBusy] = useState(false)
  const [said, say] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const save = async (): Promise<void> => {
    setBusy(true)
    say('Making the packet.')
    const reply = await saveExport('packet', { ...present, file: file ?? present.file })
    setBusy(false)
    say('answer' in reply ? `Saved as ${reply.answer}.` : '')
    if ('trouble' in reply) setTrouble(reply.trouble)
  }
  return (
    <>
      <Press small className={classes.press} disabled={busy} onClick={() => void save()}>
        <IconDownload size={16} stroke={1.6} aria-hidden />
        {busy ? 'Making it' : 'CPA packet'}
      </Press>
      <span className="sr" aria-live="polite">
        {said}
      </span>
      {trouble && (
        <SidePanel title="No packet could be made" close={() => setTrouble(null)}>
          <TroubleNote trouble={trouble} />
        </SidePanel>
      )}
    </>
  )
}
