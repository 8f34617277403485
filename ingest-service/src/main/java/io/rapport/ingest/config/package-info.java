/** Puts the service together. */
@NullMarked
package io.rapport.ingest.config;

import org.jspecify.annotations.NullMarked;
