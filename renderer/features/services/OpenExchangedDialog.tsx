import { Button, Callout, Dialog, DialogBody, DialogFooter, Spinner } from '@blueprintjs/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../../shared/contract';
import type { BlindFileView } from '../../../shared/contract/blinding';
import { openCaseClient } from '../../actions/execute';
import { isAsk, showExchange, useServices } from '../../actions/services';
import { changeSession, useSession } from '../../actions/session';
import { failureText } from '../../ui/failureText';
import { AnswerForm } from './AnswerForm';
import { ConcludeForm } from './ConcludeForm';
import './services.css';

/** Shows a file of another service: a list to answer, an answer to take in, or a request. */
export function OpenExchangedDialog(): ReactElement | null {
  const shown = useSession((state) => state.dialog === 'openExchanged');
  const file = useServices((state) => state.file);
  if (!shown || file === null) return null;
  return isAsk(file) ? <AskFile key={file.token} file={file} /> : <BlindFile key={file.token} file={file} />;
}

const close = (): void => changeSession({ dialog: null });

function Waiting({ file, failure }: { file: ChosenFile; failure: unknown }): ReactElement {
  const { t } = useTranslation('services');
  return (
    <Dialog isOpen className="services-dialog" title={t('openTitle', { name: file.name })} onClose={close}>
      <DialogBody>{failure === null ? <Spinner size={24} /> : <Callout compact intent="danger" role="alert">{failureText(t, failure, { file: file.name })}</Callout>}</DialogBody>
      <DialogFooter actions={<Button text={t('app:cancel')} onClick={close} />} />
    </Dialog>
  );
}

function BlindFile({ file }: { file: ChosenFile }): ReactElement {
  const [seen, setSeen] = useState<BlindFileView | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let gone = false;
    openCaseClient()['case.blindFile']({ file: file.token }).then((view) => { if (!gone) setSeen(view); }, (error: unknown) => { if (!gone) setFailure(error); });
    return () => { gone = true; };
  }, [file]);
  if (seen === null) return <Waiting file={file} failure={failure} />;
  return seen.round === 1 ? <AnswerForm file={file} seen={seen} /> : <ConcludeForm file={file} seen={seen} />;
}

/** A request comes in by being opened; the panel then shows it with what it is about. */
function AskFile({ file }: { file: ChosenFile }): ReactElement {
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let gone = false;
    openCaseClient()['case.openAsk']({ file: file.token }).then(({ ask }) => {
      if (gone) return;
      close();
      showExchange(ask.id);
    }, (error: unknown) => { if (!gone) setFailure(error); });
    return () => { gone = true; };
  }, [file]);
  return <Waiting file={file} failure={failure} />;
}
