/** Rows as JSON: an array of objects, or one object a line. */
@NullMarked
package io.rapport.ingest.source.json;

import org.jspecify.annotations.NullMarked;
