import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../lib/language/detect';

describe('language', () => {
  it.each([
    ['75ml', 'en'],
    ['', 'en'],
    ['Los Angeles 7 San Diego 6', 'en'],
    ['Stocks fall as oil prices climb', 'en'],
    ['The minister said that most of the troops had left the region.', 'en'],
    ['La ministra dijo que más de 300 personas han muerto en la región por las inundaciones.', 'es'],
    ['Die Ministerin sagte, dass mehr als 300 Menschen bei dem Unglück nicht gerettet werden konnten.', 'de'],
    ['La ministre a déclaré que plus de 300 personnes ont été évacuées dans la région.', 'fr'],
    ['Министр сказал, что в этом районе погибли более 300 человек', 'ru'],
    ['部长说有三百人', 'zh'],
  ])('%s', (text, expected) => {
    expect(detectLanguage(text)).toBe(expected);
  });
});
