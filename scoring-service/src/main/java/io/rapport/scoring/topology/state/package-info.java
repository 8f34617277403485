/** What stores and internal topics keep: the binary form of values, and keys in their order. */
@NullMarked
package io.rapport.scoring.topology.state;

import org.jspecify.annotations.NullMarked;
