/** Request parameters that several endpoints and pages share. */
@NullMarked
package io.rapport.report.request;

import org.jspecify.annotations.NullMarked;
