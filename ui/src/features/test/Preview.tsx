import { type ConnectionId, engine, type MessagePreview, type RobotView } from '../../ipc'
import { useLive } from '../../shared/lib'
import { Words } from '../../shared/words'
import styles from './test.module.css'

interface Props {
  id: ConnectionId
  robot: RobotView
  text: string
}

/** Exactly what will leave: the address without its token, and the JSON, byte by byte. */
export function Preview({ id, robot, text }: Props) {
  const question = { robot, text }
  const preview = useLive<MessagePreview | null>(question, () => engine.messagePreview(id, robot.id, text), null)
  if (!preview) return null
  const { address, json, bytes, limit } = preview
  const missing = robot.keyword !== null && robot.keyword !== '' && !text.includes(robot.keyword)
  return (
    <figure className={styles.preview}>
      <Words as="figcaption" id="test-preview" />
      <p className={styles.address}>
        <code>POST {address}</code>
      </p>
      <pre>{json}</pre>
      <Words as="p" id="test-preview-size" values={{ bytes, limit }} />
      {missing && (
        <Words as="p" id="test-preview-keyword" values={{ keyword: robot.keyword ?? '' }} className={styles.warn} />
      )}
    </figure>
  )
}
