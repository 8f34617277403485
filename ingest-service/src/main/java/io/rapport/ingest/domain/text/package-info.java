/** Text normalisation, bundled word lists and the parsers of single cells. */
@NullMarked
package io.rapport.ingest.domain.text;

import org.jspecify.annotations.NullMarked;
