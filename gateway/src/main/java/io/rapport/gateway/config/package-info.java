/** Settings of the gateway, and how its parts are connected. */
@NullMarked
package io.rapport.gateway.config;

import org.jspecify.annotations.NullMarked;
