import { showPage } from '../../components/ui/page';
import { Welcome } from './Welcome';

void showPage(() => <Welcome />);
