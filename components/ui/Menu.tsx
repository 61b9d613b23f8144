import { Menu as Base } from '@base-ui/react/menu';
import { CaretDownIcon } from '@radix-ui/react-icons';
import type { ReactNode } from 'react';
import { Button } from './Button';

export interface MenuChoice {
  id: string;
  title: string;
  /** What it is for. */
  line?: string;
  /** Choices of one group stand together under its name; those without come first. */
  group?: string;
  onChoose: () => void;
}

/** A button that opens a list of actions. */
export function Menu({
  label,
  icon,
  choices,
  disabled,
  kind = 'plain',
}: {
  label: string;
  icon?: ReactNode;
  choices: MenuChoice[];
  disabled?: boolean;
  kind?: 'plain' | 'quiet';
}) {
  const groups = new Map<string, MenuChoice[]>();
  for (const choice of choices) groups.set(choice.group ?? '', [...(groups.get(choice.group ?? '') ?? []), choice]);
  return (
    <Base.Root>
      <Base.Trigger render={<Button kind={kind} />} disabled={disabled ?? false}>
        {icon}
        {label}
        <CaretDownIcon aria-hidden="true" />
      </Base.Trigger>
      {/* Inside the main landmark: what stands outside all landmarks is easily missed by a screen reader. */}
      <Base.Portal container={document.querySelector('main')}>
        <Base.Positioner className="cb-menu-place" sideOffset={4} align="end">
          <Base.Popup className="cb-menu">
            {[...groups].map(([name, some]) => (
              <Base.Group key={name}>
                {name && <Base.GroupLabel className="cb-menu-group cb-muted cb-small">{name}</Base.GroupLabel>}
                {some.map(({ id, title, line, onChoose }) => (
                  <Base.Item key={id} className="cb-menu-item" onClick={onChoose}>
                    <span>
                      {title}
                      {line && <span className="cb-menu-line cb-muted cb-small">{line}</span>}
                    </span>
                  </Base.Item>
                ))}
              </Base.Group>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
