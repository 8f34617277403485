/** Mailboxes by IMAP (RFC 3501): read-only, message by message, without attachments. */
@NullMarked
package io.rapport.ingest.source.imap;

import org.jspecify.annotations.NullMarked;
