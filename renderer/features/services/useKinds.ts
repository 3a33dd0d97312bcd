import { useEffect, useState } from 'react';
import type { BlindKinds } from '../../../shared/contract/blinding';
import type { ExportScope } from '../../../shared/contract/exporting';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import { countKinds } from '../../actions/services';

/** What of a scope could be put in for a partner; counted again when either changes. Null while nobody is chosen, or while it is being counted. */
export function useKinds(scope: ExportScope, { recipient, purpose }: Pick<ReleaseAbout, 'recipient' | 'purpose'>, enabled: boolean): { readonly counted: BlindKinds | null; readonly failure: unknown } {
  const [counted, setCounted] = useState<BlindKinds | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const asked = JSON.stringify([scope, recipient, purpose]);
  useEffect(() => {
    setCounted(null);
    setFailure(null);
    if (!enabled || recipient === null) return;
    let gone = false;
    const [wanted] = JSON.parse(asked) as [ExportScope];
    countKinds(wanted, { recipient, purpose, reason: '', basis: '', copyNumber: '', expires: null }).then((found) => { if (!gone) setCounted(found); }, (error: unknown) => { if (!gone) setFailure(error); });
    return () => { gone = true; };
  }, [asked, enabled, recipient, purpose]);
  return { counted, failure };
}
