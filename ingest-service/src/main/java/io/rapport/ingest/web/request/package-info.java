/** Reading of request bodies: admission control, size limits and decompression. */
@NullMarked
package io.rapport.ingest.web.request;

import org.jspecify.annotations.NullMarked;
