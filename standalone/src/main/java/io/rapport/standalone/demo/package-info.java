/** A year of made-up people and brands, always the same for the same seed. */
@NullMarked
package io.rapport.standalone.demo;

import org.jspecify.annotations.NullMarked;
