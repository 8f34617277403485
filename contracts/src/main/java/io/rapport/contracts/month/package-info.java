/** Events about the months of brands. */
@NullMarked
package io.rapport.contracts.month;

import org.jspecify.annotations.NullMarked;
