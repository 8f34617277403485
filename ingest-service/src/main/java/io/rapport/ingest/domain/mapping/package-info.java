/** The mapping of files of engagements from other systems: columns, constants, words, times and presets. */
@NullMarked
package io.rapport.ingest.domain.mapping;

import org.jspecify.annotations.NullMarked;
