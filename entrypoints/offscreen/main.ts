/** Chrome's offscreen page: no one sees it; it holds a backup file while the browser writes it to the disk. */
import { exportLibrary } from '../../lib/export/exchange';
import { answerOffscreen } from '../../lib/offscreen';

answerOffscreen(async () => {
  const { name, blob } = await exportLibrary({ format: 'json', reportIds: null });
  return { name, url: URL.createObjectURL(blob) };
});
