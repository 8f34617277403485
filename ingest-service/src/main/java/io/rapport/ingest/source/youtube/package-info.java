/** YouTube: comments as they are polled, and uploads as WebSub announces them. */
@NullMarked
package io.rapport.ingest.source.youtube;

import org.jspecify.annotations.NullMarked;
