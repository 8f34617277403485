/** Presets for the exports of other systems, one JSON file each. */
@NullMarked
package io.rapport.ingest.source.preset;

import org.jspecify.annotations.NullMarked;
