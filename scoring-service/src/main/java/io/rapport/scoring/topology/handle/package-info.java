/** The stage by handle: each engagement is counted once, and given to whomever the handle belongs to. */
@NullMarked
package io.rapport.scoring.topology.handle;

import org.jspecify.annotations.NullMarked;
