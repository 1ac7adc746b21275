import { useRef } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { useEarlyInput } from '../../../lib/early-input.ts';
import { Link } from '../../../lib/link.tsx';
import { paths } from '../../../lib/paths.ts';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { CalendarIcon, ExternalIcon } from '../../../ui/icons/more.tsx';
import { setTaskDone } from '../checklist.ts';
import { guidesCopy } from '../copy.ts';
import type { GuideTask } from './guide-data.ts';
import './task-item.css';

/** One task: a big box to tick, what to do, by when, what to bring, where it goes on. */
export function TaskItem({ task, done }: { task: GuideTask; done: boolean }) {
  const copy = useCopy(guidesCopy).guide;
  const box = useRef<HTMLInputElement>(null);
  // A drawn page has no tick, so one that is there is the person's.
  useEarlyInput(box, ({ checked }) => {
    if (checked) setTaskDone(task.id, true);
  });
  return (
    <li className={`task${done ? ' task-done' : ''}`} id={task.id}>
      <label className="task-tick">
        <input
          ref={box}
          type="checkbox"
          checked={done}
          aria-label={copy.tick(task.title)}
          onChange={(event) => setTaskDone(task.id, event.target.checked)}
        />
      </label>
      <div className="task-words">
        <h3>{task.title}</h3>
        {task.deadline !== undefined && (
          <p className="task-deadline">
            <CalendarIcon size={20} />
            <span>
              <span className="sr-only">{copy.deadline}: </span>
              {task.deadline}
            </span>
          </p>
        )}
        <p>
          {task.text} {task.unconfirmed && <span className="unconfirmed">{copy.unconfirmed}</span>}
        </p>
        <TaskMore task={task} />
      </div>
    </li>
  );
}

/** What to bring and where it goes on, folded: a list of eighteen tasks stays a list. */
function TaskMore({ task }: { task: GuideTask }) {
  const copy = useCopy(guidesCopy).guide;
  const links = task.services.length + task.offices.length > 0 || task.link !== null;
  if (!links && task.bring.length === 0 && task.before.length === 0) return null;
  const summary = [task.bring.length > 0 && copy.bring, links && copy.help].filter(Boolean).join(' · ');
  return (
    <Disclosure summary={summary || copy.before} look="inline">
      {task.before.length > 0 && (
        <p className="small">
          <span className="muted">{copy.before}: </span>
          {task.before.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ', '}
              <a href={`#${other.id}`}>{other.title}</a>
            </span>
          ))}
        </p>
      )}
      {task.bring.length > 0 && (
        <div className="task-bring">
          <p className="muted small">{copy.bring}</p>
          <ul className="points">
            {task.bring.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      )}
      {links && <TaskLinks task={task} />}
    </Disclosure>
  );
}

function TaskLinks({ task }: { task: GuideTask }) {
  const copy = useCopy(guidesCopy).guide;
  return (
    <ul className="task-links" aria-label={copy.help}>
      {task.services.map((service) => (
        <li key={service.id}>
          <Link to={paths.service(service.id)}>{service.title}</Link>
        </li>
      ))}
      {task.offices.map((office) => (
        <li key={office.id}>
          <Link to={paths.office(office.id)}>{office.title}</Link>
        </li>
      ))}
      {task.link !== null && (
        <li>
          <a href={task.link} rel="noreferrer">
            {copy.elsewhere} <ExternalIcon size={16} />
            <span className="sr-only">: {task.title}</span>
          </a>
        </li>
      )}
    </ul>
  );
}
