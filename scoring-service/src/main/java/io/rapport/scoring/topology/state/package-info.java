/** The binary form of values in stores and internal topics, and ordered store keys. */
@NullMarked
package io.rapport.scoring.topology.state;

import org.jspecify.annotations.NullMarked;
