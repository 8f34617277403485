/** The service that knows who the people behind the handles are. */
@NullMarked
package io.rapport.identity;

import org.jspecify.annotations.NullMarked;
