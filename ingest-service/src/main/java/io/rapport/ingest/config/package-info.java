/** Spring configuration of the ingest service. */
@NullMarked
package io.rapport.ingest.config;

import org.jspecify.annotations.NullMarked;
