import { Menu as Base } from '@base-ui/react/menu';
import { CaretDownIcon } from '@radix-ui/react-icons';
import type { ReactNode } from 'react';
import { Button } from './Button';

export interface MenuChoice {
  id: string;
  title: string;
  /** What it is for. */
  line?: string;
  onChoose: () => void;
}

/** A button that opens a list of actions. */
export function Menu({
  label,
  icon,
  choices,
  disabled,
}: {
  label: string;
  icon?: ReactNode;
  choices: MenuChoice[];
  disabled?: boolean;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={<Button />} disabled={disabled ?? false}>
        {icon}
        {label}
        <CaretDownIcon aria-hidden="true" />
      </Base.Trigger>
      {/* Inside the main landmark: what stands outside all landmarks is easily missed by a screen reader. */}
      <Base.Portal container={document.querySelector('main')}>
        <Base.Positioner className="cb-menu-place" sideOffset={4} align="end">
          <Base.Popup className="cb-menu">
            {choices.map(({ id, title, line, onChoose }) => (
              <Base.Item key={id} className="cb-menu-item" onClick={onChoose}>
                <span>
                  {title}
                  {line && <span className="cb-menu-line cb-muted cb-small">{line}</span>}
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
