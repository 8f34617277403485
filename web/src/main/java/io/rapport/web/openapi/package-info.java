/** The OpenAPI document beyond what controllers declare. */
@NullMarked
package io.rapport.web.openapi;

import org.jspecify.annotations.NullMarked;
