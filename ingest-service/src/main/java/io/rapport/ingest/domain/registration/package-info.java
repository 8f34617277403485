/** Registration of brands and of their staff. */
@NullMarked
package io.rapport.ingest.domain.registration;

import org.jspecify.annotations.NullMarked;
