package io.rapport.ingest.source.email;

import org.jspecify.annotations.Nullable;

/**
 * A message as far as it is mapped.
 *
 * @param contentType of the message, in lower case
 * @param text the first plain text that is no attachment, else the first HTML without its tags; null for none
 */
record EmailMessage(
        EmailHeaders headers, String contentType, @Nullable String text) {}
