/** Facebook Pages, Messenger and Instagram: webhooks of Meta. */
@NullMarked
package io.rapport.ingest.source.meta;

import org.jspecify.annotations.NullMarked;
