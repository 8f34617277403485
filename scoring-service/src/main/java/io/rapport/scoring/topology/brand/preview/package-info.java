/** Previews of scoring models and the progress of rescoring, by brand. */
@NullMarked
package io.rapport.scoring.topology.brand.preview;

import org.jspecify.annotations.NullMarked;
