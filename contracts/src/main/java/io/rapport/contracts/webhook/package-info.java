/** Events about outgoing webhooks. */
@NullMarked
package io.rapport.contracts.webhook;

import org.jspecify.annotations.NullMarked;
