/** The month by name: the people of a brand in a month, with one reason and one link each, and the figures after them. */
@NullMarked
package io.rapport.report.month;

import org.jspecify.annotations.NullMarked;
