/** What the service counts about itself; names and tags are public. */
@NullMarked
package io.rapport.scoring.metrics;

import org.jspecify.annotations.NullMarked;
