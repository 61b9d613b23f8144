import { showPage } from '../../components/ui/page';
import { Toasts } from '../../components/ui/Toasts';
import { App } from './App';

void showPage(() => (
  <Toasts>
    <App />
  </Toasts>
));
