import { IconInfoCircle, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useDocument } from '../../document/useDocument.ts'
import { IconPress } from '../../parts/IconPress.tsx'
import { Press } from '../../parts/Press.tsx'
import { shares } from '../../words/money.ts'
import { OwnNumbers } from './OwnNumbers.tsx'
import classes from './StartStrip.module.css'
import { beginOwn, dismiss, starting } from './starting.ts'
import { useMoves } from './useMoves.ts'

/** Says that this is an example, and offers to begin with one's own numbers. */
export function StartStrip() {
  const { present } = useDocument()
  const { asking, own, dismissed } = starting.use()
  // Another scenario was opened meanwhile: the questions are not about it.
  if (asking && (own === null || own === present.id)) return <OwnNumbers />
  // A copy keeps its strip: nothing may jump under the hand that makes it.
  return (present.example || present.copyOf) && !dismissed ? <Strip key={present.copyOf ?? present.name} /> : null
}

function Strip() {
  const { present } = useDocument()
  // Measured for the example once: a hand that drags would have it measured again and again.
  const [example] = useState(present)
  const { income } = useMoves(example)
  return (
    <aside className={classes.strip} aria-label="About the example">
      <IconInfoCircle className={classes.icon} size={18} stroke={1.6} aria-hidden />
      <p className={classes.words}>
        <b>{present.example ? 'This is an example.' : 'This is your copy of the example.'}</b> Your own answer takes
        five questions. {income ? `The first, how you file and what you earn, can move it by ${shares(income)}.` : ''}
      </p>
      <Press strong small className={classes.own} onClick={beginOwn}>
        Use my numbers
      </Press>
      <IconPress label="Dismiss" className={classes.close} onClick={dismiss}>
        <IconX size={18} stroke={1.6} aria-hidden />
      </IconPress>
    </aside>
  )
}
