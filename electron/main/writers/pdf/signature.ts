import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { P12Signer } from '@signpdf/signer-p12';
import { SignPdf } from '@signpdf/signpdf';
import forge from 'node-forge';
import { Failure } from '../../../../shared/contract';

/** A key with its certificate in a PKCS #12 file. */
export interface SigningCertificate {
  readonly p12: Uint8Array;
  readonly passphrase: string;
}

/** Room for a signature with the certificates that it rests on, bytes. */
const ROOM = 16_384;
/** What the signing library looks for in place of the lengths, which are known only when the file is written. */
const LATER = '**********';

/** Throws Failure "certificateInvalid" unless the file opens with the passphrase and holds an RSA key whose certificate is valid at this time. */
export function requireUsable({ p12, passphrase }: SigningCertificate, at: Date): void {
  try {
    const bags = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(p12).toString('binary'))), false, passphrase);
    const of = (type: 'certBag' | 'pkcs8ShroudedKeyBag') => bags.getBags({ bagType: forge.pki.oids[type] })[forge.pki.oids[type]] ?? [];
    const key = of('pkcs8ShroudedKeyBag')[0]?.key;
    const own = of('certBag').map(({ cert }) => cert).find((cert) => key !== undefined && key !== null && cert?.publicKey.n.compareTo(key.n) === 0);
    if (own && own.validity.notBefore <= at && at <= own.validity.notAfter) return;
  } catch (error) {
    throw new Failure('certificateInvalid', {}, { cause: error });
  }
  throw new Failure('certificateInvalid');
}

/** Signs a finished PDF; any later change of the file breaks the signature. Rejects with Failure "certificateInvalid". */
export async function signPdf(pdf: Uint8Array, certificate: SigningCertificate, at: Date): Promise<Uint8Array> {
  requireUsable(certificate, at);
  const file = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = file;
  const [first] = file.getPages();
  if (!first) throw new Failure('exportFailed');
  const signature = context.obj({ Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'adbe.pkcs7.detached' });
  signature.set(PDFName.of('ByteRange'), context.obj([0, PDFName.of(LATER), PDFName.of(LATER), PDFName.of(LATER)]));
  signature.set(PDFName.of('Contents'), PDFHexString.of('0'.repeat(ROOM * 2)));
  signature.set(PDFName.of('M'), PDFString.fromDate(at));
  // Without a picture of itself: readers show a signature in a place of their own.
  const field = context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', Rect: [0, 0, 0, 0], F: 132, P: first.ref });
  field.set(PDFName.of('T'), PDFString.of('Signature1'));
  field.set(PDFName.of('V'), context.register(signature));
  const ref = context.register(field);
  first.node.addAnnot(ref);
  catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: 3, Fields: [ref] }));
  const prepared = Buffer.from(await file.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }));
  try {
    return await new SignPdf().sign(prepared, new P12Signer(Buffer.from(certificate.p12), { passphrase: certificate.passphrase }), at);
  } catch (error) {
    throw new Failure('certificateInvalid', {}, { cause: error });
  }
}
