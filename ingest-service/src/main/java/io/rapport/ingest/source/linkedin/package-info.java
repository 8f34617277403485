/** LinkedIn: notifications of social actions on the pages of organisations. */
@NullMarked
package io.rapport.ingest.source.linkedin;

import org.jspecify.annotations.NullMarked;
