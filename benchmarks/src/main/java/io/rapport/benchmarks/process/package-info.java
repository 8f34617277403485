/** Processes that are measured: what runs in them, how they are started, killed and frozen, and what they use. */
@NullMarked
package io.rapport.benchmarks.process;

import org.jspecify.annotations.NullMarked;
