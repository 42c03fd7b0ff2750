import { IconLink } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useDocument } from '../document/useDocument.ts'
import { linkLimits, linkOf } from '../keep/link.ts'
import { Field } from '../parts/Field.tsx'
import { Press } from '../parts/Press.tsx'
import { count } from '../words/money.ts'
import classes from './ScenarioPanel.module.css'

/** A link that carries the scenario. It is shown too, for browsers that give no page the clipboard. */
export function LinkPart() {
  const { present } = useDocument()
  const [link, setLink] = useState('')
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    let gone = false
    setCopied(false)
    void linkOf(present).then((hash) => !gone && setLink(location.href.replace(/#.*$/, '') + hash))
    return () => {
      gone = true
    }
  }, [present])
  const tooLong = link.length > linkLimits.most
  return (
    <section>
      <h3>Copy a link</h3>
      <p>
        The link itself carries the scenario, in the part that browsers never send to a server. Whoever has the link can
        read every number in it, so send it as you would send the file.
      </p>
      {!tooLong && link !== '' && (
        <Field label="The link" readOnly value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
      )}
      <p className={classes.small}>{sizeWords(link.length)}</p>
      <div className={classes.row}>
        <Press
          disabled={tooLong || link === ''}
          onClick={() =>
            void navigator.clipboard.writeText(link).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          <IconLink size={16} stroke={1.6} aria-hidden />
          Copy the link
        </Press>
        <span aria-live="polite">{copied ? 'Copied.' : ''}</span>
      </div>
    </section>
  )
}

function sizeWords(letters: number): string {
  const { careful, most } = linkLimits
  if (letters > most)
    return `This scenario would need ${count(letters)} letters, more than the ${count(most)} a link may have here. Save it as a file.`
  if (letters > careful)
    return `It has ${count(letters)} letters. Some mail and chat programs cut links beyond ${count(careful)}: then send the file.`
  return `It has ${count(letters)} letters; most programs carry up to ${count(careful)}.`
}
