/** MongoDB: figures of brands and channels, one document per day. */
@NullMarked
package io.rapport.report.store.brand;

import org.jspecify.annotations.NullMarked;
