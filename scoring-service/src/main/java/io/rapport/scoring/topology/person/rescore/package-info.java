/** Background walks over all people of a brand: rescoring after a new day or model, and model previews. */
@NullMarked
package io.rapport.scoring.topology.person.rescore;

import org.jspecify.annotations.NullMarked;
