/** E-mail addresses and telephone numbers: normalisation, keyed hashes and redaction. */
@NullMarked
package io.rapport.ingest.domain.contact;

import org.jspecify.annotations.NullMarked;
