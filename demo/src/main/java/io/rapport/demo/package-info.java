/** Generates a year of engagements of made-up brands, the same for the same seed; phrases, names, brands and personas are data files. */
@NullMarked
package io.rapport.demo;

import org.jspecify.annotations.NullMarked;
