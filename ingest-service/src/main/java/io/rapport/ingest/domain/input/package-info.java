/** Input rows before validation: typed access to their fields, and the reasons for which they are rejected. */
@NullMarked
package io.rapport.ingest.domain.input;

import org.jspecify.annotations.NullMarked;
