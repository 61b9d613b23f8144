import { useEffect, useState } from 'react';
import { marksOnAt, readSettings, type Settings, setMarks, siteOf, watchSettings } from '../../lib/settings';
import { t } from '../../lib/ui-text/text';
import { Button } from '../ui/Button';
import { Switch } from '../ui/Switch';

/** The popup's first control: marks on this page, on this site, at once and without a reload. */
export function MarksControl({ url }: { url: string }) {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  const site = siteOf(url);
  const on = settings ? marksOnAt(settings, url) : true;
  const siteOff = settings !== null && site !== null && settings.sitesOff.includes(site);
  const change = async (next: boolean, where: 'page' | 'site') => setSettings(await setMarks(next, where, url));
  return (
    <fieldset className="marks-control" aria-label={t('popup.marks.group')}>
      <Switch checked={on} onChange={(next) => change(next, 'page')} aria-labelledby="marks-label" />
      <span id="marks-label">{t('popup.marks.page')}</span>
      {site && (
        <Button
          kind="quiet"
          className="marks-control-site"
          aria-pressed={siteOff}
          title={site}
          onClick={() => change(siteOff, 'site')}
        >
          {siteOff ? t('popup.marks.siteOn') : t('popup.marks.siteOff')}
        </Button>
      )}
    </fieldset>
  );
}
