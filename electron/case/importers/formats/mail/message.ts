/** Someone on a message as it names them; either may be empty. */
export interface Party {
  readonly name: string;
  readonly address: string;
}

export interface MailPart {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** The message that the part is, where it is one. */
  readonly message?: MailMessage;
}

/** Roles under which parties stand on a message: the names of the headers. */
export const RECEIVING = ['To', 'Cc', 'Bcc'] as const;
export type Role = 'From' | 'Sender' | 'Reply-To' | (typeof RECEIVING)[number];

/** One message, whatever format it came in. */
export interface MailMessage {
  /** Message-ID without brackets; empty when it has none. */
  readonly id: string;
  /** Message-ID that it answers; empty when none. */
  readonly answers: string;
  /** As written ("Mon, 21 Nov 2022 14:05:11 +0100"). */
  readonly date: string;
  readonly subject: string;
  readonly parties: readonly { readonly role: Role; readonly party: Party }[];
  /** What a reader reads. */
  readonly text: string;
  /** The text of the HTML form, where it says more than the plain one. */
  readonly otherText: string;
  /** Other headers and properties in their order, decoded. */
  readonly headers: readonly (readonly [name: string, text: string])[];
  readonly parts: readonly MailPart[];
}
