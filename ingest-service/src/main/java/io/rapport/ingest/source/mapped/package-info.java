/** The source {@code json}: any JSON, by a mapping that is written in the settings of the connection. */
@NullMarked
package io.rapport.ingest.source.mapped;

import org.jspecify.annotations.NullMarked;
