import { showPage } from '../../components/ui/page';
import { fitWindow } from './fit-window';
import { Popup } from './Popup';

fitWindow();

// Opened in a tab of its own (`popup.html?tab=ID`), it shows the tab named there.
const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
void showPage(() => <Popup tabId={Number.isInteger(named) ? named : null} />);
