/** Clustering of matched pairs into people, and resolution of competing claims to a handle. */
@NullMarked
package io.rapport.identity.matching.cluster;

import org.jspecify.annotations.NullMarked;
