/** Lists as CSV files: one mechanism for every list of the API. */
@NullMarked
package io.rapport.web.list;

import org.jspecify.annotations.NullMarked;
