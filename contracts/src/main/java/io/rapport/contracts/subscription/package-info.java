/** Events about subscriptions to reports. */
@NullMarked
package io.rapport.contracts.subscription;

import org.jspecify.annotations.NullMarked;
