import {
  CursorArrowIcon,
  DownloadIcon,
  DrawingPinIcon,
  KeyboardIcon,
  LayersIcon,
  LockClosedIcon,
  Pencil1Icon,
  ReaderIcon,
} from '@radix-ui/react-icons';
import { type ComponentType, type ReactNode, useId } from 'react';
import { AccessForm } from '../../components/access/AccessForm';
import { KeyList, openShortcutPage } from '../../components/keys/KeyList';
import { Button } from '../../components/ui/Button';
import { MarkIcon } from '../../components/ui/icons';
import { askBackground } from '../../lib/messages';
import { t } from '../../lib/ui-text/text';
import { Sample } from './Sample';

/** Shown once, after installing: what Claimbook does, tried on a sample, and the one choice to make. */
export function Welcome() {
  return (
    <main className="welcome">
      <header>
        <p className="welcome-name">
          <MarkIcon width="28" height="28" /> {t('product.name')}
        </p>
        <h1>{t('welcome.title')}</h1>
        <p className="welcome-lead">{t('welcome.lead')}</p>
      </header>
      <ol className="cb-list welcome-steps">
        <Step icon={Pencil1Icon} title={t('welcome.steps.marks')} line={t('welcome.steps.marksLine')} />
        <Step icon={CursorArrowIcon} title={t('welcome.steps.click')} line={t('welcome.steps.clickLine')} />
        <Step icon={LayersIcon} title={t('welcome.steps.keep')} line={t('welcome.steps.keepLine')} />
      </ol>
      <Sample />
      <section aria-labelledby="choose" className="welcome-access">
        <h2 id="choose">{t('welcome.choose')}</h2>
        <p className="cb-muted">{t('welcome.chooseLine')}</p>
        <AccessForm legend={t('welcome.choose')} />
      </section>
      <div className="welcome-facts">
        <Fact icon={KeyboardIcon} title={t('welcome.keysTitle')}>
          <KeyList />
          <Button kind="quiet" onClick={() => void openShortcutPage().catch(() => {})}>
            {t('settings.changeKeys')}
          </Button>
        </Fact>
        <Fact icon={LockClosedIcon} title={t('welcome.data')}>
          <p>{t('welcome.dataLine')}</p>
        </Fact>
        <Fact icon={DownloadIcon} title={t('welcome.backup')}>
          <p>{t('welcome.backupLine')}</p>
        </Fact>
        <Fact icon={DrawingPinIcon} title={t('welcome.pin')}>
          <p>{t('welcome.pinLine')}</p>
        </Fact>
      </div>
      <footer className="welcome-foot">
        <Button kind="primary" onClick={() => void askBackground('open-library', {})}>
          <ReaderIcon aria-hidden="true" /> {t('welcome.library')}
        </Button>
        <p className="cb-muted cb-small">{t('welcome.start')}</p>
      </footer>
    </main>
  );
}

type Icon = ComponentType<{ 'aria-hidden': 'true' }>;

function Step({ icon: Icon, title, line }: { icon: Icon; title: string; line: string }) {
  return (
    <li>
      <Icon aria-hidden="true" />
      <span>
        <strong>{title}</strong> {line}
      </span>
    </li>
  );
}

function Fact({ icon: Icon, title, children }: { icon: Icon; title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <Icon aria-hidden="true" /> {title}
      </h2>
      {children}
    </section>
  );
}
