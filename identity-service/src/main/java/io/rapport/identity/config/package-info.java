/** Puts the service together. */
@NullMarked
package io.rapport.identity.config;

import org.jspecify.annotations.NullMarked;
