/** What every stage is made of: where it reads, what it gathers, where it writes, and how often. */
@NullMarked
package io.rapport.scoring.topology.stage;

import org.jspecify.annotations.NullMarked;
