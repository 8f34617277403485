/** Measures scoring's stream, without ingest and identity: throughput, state, day turns and figures of past days. */
@NullMarked
package io.rapport.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
