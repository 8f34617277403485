/** The stages by post and by channel: what comes of what the brand posts. */
@NullMarked
package io.rapport.scoring.topology.content;

import org.jspecify.annotations.NullMarked;
