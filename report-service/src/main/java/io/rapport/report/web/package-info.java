/** The REST resources and the pages. */
@NullMarked
package io.rapport.report.web;

import org.jspecify.annotations.NullMarked;
