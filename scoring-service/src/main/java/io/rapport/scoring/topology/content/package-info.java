/** The stages keyed by post and by channel: engagement with the posts of the brand. */
@NullMarked
package io.rapport.scoring.topology.content;

import org.jspecify.annotations.NullMarked;
