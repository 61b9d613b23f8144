/** Names as strings: what makes two spellings the same name. */

const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Lower case without diacritics, points, apostrophes and hyphens: "Côte d'Ivoire" -> "cote divoire", "U.S." -> "us". */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most names are plain, and this is asked of every one.
  if (plain.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}.'’‘`]/gu, '')
    .replace(/[-‐‑–—\s]+/g, ' ')
    .replace(/[łŁ]/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/đ/g, 'd')
    .replace(/ı/g, 'i')
    .trim();
}

/**
 * One form for the spellings that transliteration gives the same name: Sergei/Sergey, Yusuf/Yousef, Mohammed/Muhammad, Zelensky/Zelenskyy,
 * Dmitri/Dmitry. Rules of sound, coarse on purpose: compare it only where given name and last name agree.
 */
export function soundKey(word: string): string {
  const known = soundKeys.get(word);
  if (known !== undefined) return known;
  if (soundKeys.size >= mostSoundKeys) soundKeys.clear();
  const key = readSoundKey(word);
  soundKeys.set(word, key);
  return key;
}

/** The same last names are compared again and again. */
const soundKeys = new Map<string, string>();
const mostSoundKeys = 4000;

function readSoundKey(word: string): string {
  return fold(word)
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(/(?:iy|yy|ii|ij|yi|ey|ei|y|i|j)+$/, 'i')
    .replace(/(?:ph|ff)/g, 'f')
    .replace(/(?:sch|shch|sh)/g, 's')
    .replace(/(?:tch|ch|cz)/g, 'c')
    .replace(/(?:kh|ck|q)/g, 'k')
    .replace(/(?:zh|dj|dzh)/g, 'j')
    .replace(/(?:ou|oo|u)/g, 'u')
    .replace(/(?:iy|ey|ei|ay|ai|ee|y|i)/g, 'i')
    .replace(/w/g, 'v')
    .replace(/(.)\1+/g, '$1')
    .replace(/^(mohammad|muhamad|mohamed|mohamad|muhamed|muhammed|mohammed|muhammad|mehmet)$/, 'muhamad')
    .replace(/^m[ou]ham[ae]d$/, 'muhamad');
}

/** Parts of a last name that may be left out: "Bashar al-Assad", "Assad"; "Ursula von der Leyen", "Leyen". */
export const particles = new Set(
  'al el bin bint ben ibn abu van von der den de del della di da dos das du la le ter ten zu zur af av st ap'.split(
    ' ',
  ),
);

/** Jr and the like: they tell namesakes apart and are no last name. */
export const generations = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** Family names that commonly stand first in Chinese, Korean, Vietnamese, Japanese and Hungarian order. */
export const familyFirst = new Set(
  `kim lee park choi jung kang cho yoon jang lim han oh seo shin kwon hwang ahn song yoo jeon moon ri pak chung roh rhee
  xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng feng cao peng zeng xiao
  tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren qin tsai lai ko hou chiang
  nguyen tran le pham huynh vo dang bui do ho ngo duong vu hoang phan mao hun sen`.split(/\s+/),
);
