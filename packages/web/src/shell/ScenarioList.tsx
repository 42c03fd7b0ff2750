import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Menu.css'
import { Menu } from '@mantine/core'
import {
  IconAdjustments,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconFilePlus,
  IconFolderOpen,
  IconPrinter,
} from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useLocation } from 'wouter'
import { examples } from '../document/examples.ts'
import { redo, undo } from '../document/store.ts'
import { useDocument } from '../document/useDocument.ts'
import { keeping, openById } from '../keep/keeping.ts'
import { openFiles } from '../keep/opening.ts'
import { beginOwn } from '../views/start/starting.ts'
import { ScenarioButton } from './ScenarioButton.tsx'
import classes from './ScenarioMenu.module.css'
import { ScenarioPanel } from './ScenarioPanel.tsx'

const line = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** The menu of the scenario, open as it comes: what can be done with it, and the others there are. */
export function ScenarioList() {
  const { present, past, future } = useDocument()
  const { own } = keeping.use()
  const [, go] = useLocation()
  const chooser = useRef<HTMLInputElement>(null)
  const [panel, showPanel] = useState(false)
  const markOf = (id: string) => (id === present.id ? { 'aria-current': true as const } : {})
  return (
    <>
      <Menu
        defaultOpened
        withinPortal={false}
        position="bottom-end"
        transitionProps={{ duration: 0 }}
        width={300}
        classNames={{ dropdown: classes.list }}
      >
        <Menu.Target>
          <ScenarioButton name={present.name} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconAdjustments {...line} />} onClick={() => showPanel(true)}>
            Name, day, save, share…
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFilePlus {...line} />}
            onClick={() => {
              go('/')
              beginOwn()
            }}
          >
            New, with my numbers
          </Menu.Item>
          <Menu.Item leftSection={<IconFolderOpen {...line} />} onClick={() => chooser.current?.click()}>
            Open or import files…
          </Menu.Item>
          <Menu.Item leftSection={<IconPrinter {...line} />} onClick={() => setTimeout(print)}>
            Print this view
          </Menu.Item>
          <div role="group" aria-label="Back and forth" className={classes.phone}>
            <Menu.Item leftSection={<IconArrowBackUp {...line} />} disabled={past.length === 0} onClick={undo}>
              Undo
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowForwardUp {...line} />} disabled={future.length === 0} onClick={redo}>
              Redo
            </Menu.Item>
          </div>
          {own.length > 0 && (
            <div role="group" aria-label="On this device">
              <Menu.Label aria-hidden>On this device</Menu.Label>
              {own.map(({ id, name }) => (
                <Menu.Item key={id} {...markOf(id)} className={classes.entry} onClick={() => void openById(id)}>
                  {name}
                </Menu.Item>
              ))}
            </div>
          )}
          <div role="group" aria-label="Examples">
            <Menu.Label aria-hidden>Examples</Menu.Label>
            {examples.map(({ id, name }) => (
              <Menu.Item key={id} {...markOf(id)} className={classes.entry} onClick={() => void openById(id)}>
                {name}
              </Menu.Item>
            ))}
          </div>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept=".yaml,.yml,.json,.age,.csv,.tsv,.txt,.xlsx,.xls,.htm,.html,.pdf"
        aria-label="A scenario, or files of a broker"
        onChange={({ currentTarget }) => {
          void openFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      {/* Not inside of the bar: it is a place of its own. */}
      {panel && createPortal(<ScenarioPanel close={() => showPanel(false)} />, document.body)}
    </>
  )
}
