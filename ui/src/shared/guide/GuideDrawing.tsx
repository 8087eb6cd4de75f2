import { useCallback } from 'react'
import { ConsoleDrawing } from '../look'
import { useSay } from '../words'
import { useGuides } from './context'
import { printed } from './pieces'
import type { GuideShape, StepShape } from './shapes'

/** The drawing of one step, labelled as this edition's console is. */
export function GuideDrawing({ guide, step }: { guide: GuideShape; step: StepShape }) {
  const say = useSay()
  const region = useGuides().shelf?.region ?? 'com'
  const { labels } = guide
  const write = useCallback(
    (name: string) => {
      const label = labels[name]
      return label ? printed(label, region).text : ''
    },
    [labels, region],
  )
  const scene = guide.scenes[step.drawing.scene]
  if (!scene) return null
  const { ring } = step.drawing
  const page = scene.heading ? write(scene.heading) : say('guide-a-page')
  const ringed = ring ? write(ring) : ''
  const name = ringed ? say('guide-drawing-ring', { page, ringed }) : say('guide-drawing', { page })
  return (
    <ConsoleDrawing scene={scene} write={write} lang={region === 'io' ? 'en' : 'zh-Hans'} ring={ring} name={name} />
  )
}
