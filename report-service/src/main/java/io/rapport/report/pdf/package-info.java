/** PDF documents from XHTML. */
@NullMarked
package io.rapport.report.pdf;

import org.jspecify.annotations.NullMarked;
