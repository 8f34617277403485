/** MongoDB: upserts by version, and compressed events. */
@NullMarked
package io.rapport.report.store.bson;

import org.jspecify.annotations.NullMarked;
