import type { Concentration } from '@isoline/engine'
import { IconCircleCheck, IconCircleX, IconHelpCircle, IconMinus } from '@tabler/icons-react'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { readable } from '../../words/days.ts'
import classes from './QuestionsCard.module.css'

const speaks = {
  for: { tone: 'good', words: 'speaks for holding', icon: IconCircleCheck },
  against: { tone: 'bad', words: 'speaks against holding', icon: IconCircleX },
  open: { tone: 'plain', words: 'speaks for neither', icon: IconMinus },
  missing: { tone: 'missing', words: 'a fact is missing', icon: IconHelpCircle },
} as const

/** The three questions that decide whether to hold, answered from the scenario. */
export function QuestionsCard({ concentration }: { readonly concentration: Concentration }) {
  return (
    <Card title="Three questions before the tax rate">
      <ol className={classes.list}>
        {concentration.questions.map(({ name, question, speaks: side, says }) => {
          const { tone, words, icon: Icon } = speaks[side]
          return (
            <li key={name}>
              <h3>{question}</h3>
              <Chip tone={tone} icon={<Icon aria-hidden />}>
                {words}
              </Chip>
              {says.map((sentence) => (
                <p key={sentence}>{readable(sentence)}</p>
              ))}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
