/** Contacts: vCard files as client lists. */
@NullMarked
package io.rapport.ingest.source.contacts;

import org.jspecify.annotations.NullMarked;
