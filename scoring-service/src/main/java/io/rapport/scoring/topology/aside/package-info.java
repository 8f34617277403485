/** Records that cannot be read, counted or written are set aside, whole, with the reason. */
@NullMarked
package io.rapport.scoring.topology.aside;

import org.jspecify.annotations.NullMarked;
