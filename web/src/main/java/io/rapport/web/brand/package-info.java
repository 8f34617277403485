/** Lookup of registered brands. */
@NullMarked
package io.rapport.web.brand;

import org.jspecify.annotations.NullMarked;
