/** The binary form of events that are stored as a whole. */
@NullMarked
package io.rapport.report.store.bson;

import org.jspecify.annotations.NullMarked;
