// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { wordsOf } from './words';

const { datePattern, dateToType, typedDate } = await import('../../../lib/ui-text/date-input');
const { speak } = await import('../../../lib/ui-text/language');
const { DateField } = await import('../../../components/ui/DateField');

afterEach(async () => {
  cleanup();
  await speak(null);
});
const speaking = (language: string) => speak(language === 'en' ? null : language, async () => wordsOf(language));

describe.each([
  ['en', 'dd/mm/yyyy', '03/05/2025'],
  ['de', 'TT.MM.JJJJ', '03.05.2025'],
  ['fr', 'jj/mm/aaaa', '03/05/2025'],
  ['es', 'dd/mm/aaaa', '03/05/2025'],
  ['uk', 'дд.мм.рррр', '03.05.2025'],
  ['ko', 'YYYY. MM. DD.', '2025. 05. 03.'],
  ['ja', '年/月/日', '2025/05/03'],
])('in %s', (language, pattern, written) => {
  test('a date is written, shown and read as the language has it, whatever the browser speaks', async () => {
    await speaking(language);
    expect([datePattern(), dateToType('2025-05-03')]).toEqual([pattern, written]);
    expect(typedDate(written, 'first')).toBe('2025-05-03');
    expect(typedDate('2025-05-03', 'first')).toBe('2025-05-03');
  });
});

test.each([
  ['3.5.25', 'first', '2025-05-03'],
  ['2025', 'first', '2025-01-01'],
  ['2025', 'last', '2025-12-31'],
  ['02/2024', 'last', '2024-02-29'],
  ['2024-02', 'first', '2024-02-01'],
  ['30.02.2025', 'first', null],
  ['13', 'first', null],
  ['5/13', 'first', null],
  ['soon', 'first', null],
  ['1.2.3.2025', 'first', null],
  ['03/00/2025', 'first', null],
] as const)('"%s" with the %s day is %s', (typed, edge, iso) => {
  expect(typedDate(typed, edge)).toBe(iso);
});

describe('the field', () => {
  const open = (value = '') => {
    const changed = vi.fn();
    render(<DateField aria-label="From" value={value} edge="first" onChange={changed} />);
    return { changed, field: screen.getByRole('textbox', { name: 'From' }) as HTMLInputElement };
  };

  test('tells a date when it is left, or with Enter', async () => {
    const { changed, field } = open();
    const user = userEvent.setup();
    await user.type(field, '3.5.2025');
    expect(changed).not.toHaveBeenCalled();
    await user.tab();
    expect(changed.mock.calls).toEqual([['2025-05-03']]);
    expect(field.value).toBe('03/05/2025');
  });

  test('says what is wrong, and how to write it, until it is right', async () => {
    const { changed, field } = open();
    const user = userEvent.setup();
    await user.type(field, '31.2.2025{Enter}');
    expect(changed).not.toHaveBeenCalled();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toMatch(/31\/12\/\d{4}/);
    await user.clear(field);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('is empty at once when it is emptied', async () => {
    const { changed, field } = open('2025-05-03');
    await userEvent.setup().clear(field);
    expect(changed.mock.calls).toEqual([['']]);
  });
});
