/** Files of rows: CSV in its common dialects and encodings, and where the table in a file begins and ends. */
@NullMarked
package io.rapport.ingest.source.table;

import org.jspecify.annotations.NullMarked;
