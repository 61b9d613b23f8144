import { type ReactNode, useId } from 'react';

export function Section({ title, line, children }: { title: string; line?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="settings-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {line && <p className="cb-muted">{line}</p>}
      {children}
    </section>
  );
}
