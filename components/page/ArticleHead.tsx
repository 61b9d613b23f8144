import { outletOf } from '../../lib/ui-text/claim';
import { dayInWords } from '../../lib/ui-text/dates';
import { plural, t } from '../../lib/ui-text/text';
import { KeptNews } from '../claim/KeptNews';
import { Notice } from '../ui/feedback';
import type { ArticleState } from './use-context';

/** Title, outlet and day, what must be said about the reading, and the one announcement of what was found. */
export function ArticleHead({
  state: { article, annotation, notice, kept },
  trouble,
}: {
  state: ArticleState;
  trouble: string | null;
}) {
  const day = dayInWords(article.publishedAt);
  const major = annotation.claims.filter(({ salience }) => salience === 'major').length;
  return (
    <>
      <div>
        <h1 className="page-title cb-clamp-2" dir="auto">
          {article.title}
        </h1>
        <p className="cb-muted cb-small">
          <bdi>{outletOf({ siteName: article.siteName, url: article.url })}</bdi>
          {day && ' · '}
          {day && (
            <bdi>
              <time dateTime={article.publishedAt ?? undefined}>{day}</time>
            </bdi>
          )}
        </p>
      </div>
      {notice && <Notice tone="warn">{t(`popup.part.${notice}`)}</Notice>}
      {trouble && <Notice tone="danger">{trouble}</Notice>}
      {kept && <KeptNews kept={kept} />}
      {!annotation.language.startsWith('en') && <Notice>{t('popup.language')}</Notice>}
      <p className="cb-hidden" role="status">
        {t('popup.found', {
          numbers: plural('count.numbers', major),
          actors: plural('count.actors', annotation.actors.length),
        })}
      </p>
    </>
  );
}
