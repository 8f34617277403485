/** The messages of a handle and their place in cascades. */
@NullMarked
package io.rapport.scoring.topology.handle.message;

import org.jspecify.annotations.NullMarked;
