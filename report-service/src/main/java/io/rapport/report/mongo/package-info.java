/** The projections in MongoDB: newest wins, by deterministic ids. */
@NullMarked
package io.rapport.report.mongo;

import org.jspecify.annotations.NullMarked;
