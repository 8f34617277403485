/** Projections with consumer groups: containers, progress, lag and metrics. */
@NullMarked
package io.rapport.messaging.projection;

import org.jspecify.annotations.NullMarked;
