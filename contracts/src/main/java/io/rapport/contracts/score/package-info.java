/** The public score-change events: plain states, without a name in them. */
@NullMarked
package io.rapport.contracts.score;

import org.jspecify.annotations.NullMarked;
