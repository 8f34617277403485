/** One OpenAPI document of all services. */
@NullMarked
package io.rapport.gateway.openapi;

import org.jspecify.annotations.NullMarked;
