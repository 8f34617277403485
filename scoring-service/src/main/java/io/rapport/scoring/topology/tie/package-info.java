/** The stages of ties: the author of an answered message, by message; ties of handles; ties of people. */
@NullMarked
package io.rapport.scoring.topology.tie;

import org.jspecify.annotations.NullMarked;
