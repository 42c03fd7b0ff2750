import type { ReactNode } from 'react'
import { withAmount } from '../../document/facts.ts'
import { edit } from '../../document/store.ts'
import { AmountField } from '../../parts/AmountField.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { money } from '../../words/money.ts'
import { factsBySection, isAmount } from './assumedFacts.ts'
import classes from './FactsPanel.module.css'
import type { YearModel } from './useYear.ts'

/** Everything the answer rests on that the file does not say: what is missing, what was assumed, what the law leaves open. */
export function FactsPanel({ model, close }: { readonly model: YearModel; readonly close: () => void }) {
  const { answers, year } = model
  const { estimate, cashTest } = answers
  const missing = cashTest?.missing ?? []
  return (
    <SidePanel title="What the answer rests on" close={close}>
      <div className={classes.panel}>
        {missing.length > 0 && (
          <Section title="Missing" note="Without them a part of the answer cannot be given.">
            {missing.map(({ path, message }) => (
              <Fact key={path} path={path} message={`It would tell ${message}.`} />
            ))}
          </Section>
        )}
        {(estimate?.notices.length ?? 0) > 0 && (
          <Section title="The law">
            {estimate?.notices.map(({ code, message }) => (
              <Fact key={message} path={code} message={message} />
            ))}
          </Section>
        )}
        {factsBySection(estimate?.assumed ?? [], year).map(({ title, facts }) => (
          <Section
            key={title}
            title={title}
            note={title.startsWith('Assumed') ? 'A number can be typed over: it becomes yours.' : undefined}
          >
            {facts.map(({ path, value, message }) => (
              <Fact key={path} path={path} message={message}>
                {isAmount(path) ? (
                  <AmountField
                    label={path}
                    value={Number(value)}
                    words={money}
                    onChange={(amount) => edit(path, (file) => withAmount(file, path, amount))}
                  />
                ) : (
                  value
                )}
              </Fact>
            ))}
          </Section>
        ))}
      </div>
    </SidePanel>
  )
}

function Section({
  title,
  note,
  children,
}: {
  readonly title: string
  readonly note?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <section>
      <h3>{title}</h3>
      {note && <p className={classes.note}>{note}</p>}
      <ul>{children}</ul>
    </section>
  )
}

const Fact = ({
  path,
  message,
  children,
}: {
  readonly path: string
  readonly message: string
  readonly children?: ReactNode
}) => (
  <li className={classes.fact}>
    <span>
      <code>{path}</code>
      <small>{message}</small>
    </span>
    <span>{children}</span>
  </li>
)
