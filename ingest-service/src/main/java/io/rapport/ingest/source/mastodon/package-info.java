/** Mastodon: notifications and events of the streaming API. */
@NullMarked
package io.rapport.ingest.source.mastodon;

import org.jspecify.annotations.NullMarked;
