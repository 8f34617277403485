/** Compact binary encoding of state: versioned codecs, variable-length integers and length-prefixed text. */
@NullMarked
package io.rapport.scoring.domain.binary;

import org.jspecify.annotations.NullMarked;
