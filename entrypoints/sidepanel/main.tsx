import { showPage } from '../../components/ui/page';
import { Panel } from './Panel';

// Opened in a tab of its own (`sidepanel.html?tab=ID`), it shows the tab named there.
const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
void showPage(() => <Panel tabId={Number.isInteger(named) ? named : null} />);
