/** Work that one instance of the service does for all brands. */
@NullMarked
package io.rapport.report.work;

import org.jspecify.annotations.NullMarked;
