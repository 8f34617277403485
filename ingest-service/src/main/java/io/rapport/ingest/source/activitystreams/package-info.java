/** ActivityStreams 2.0: activities as ActivityPub servers deliver them. */
@NullMarked
package io.rapport.ingest.source.activitystreams;

import org.jspecify.annotations.NullMarked;
