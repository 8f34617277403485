/** What connections do with JSON: settings as text and back, and the processing of what a platform delivered. */
@NullMarked
package io.rapport.ingest.connection;

import org.jspecify.annotations.NullMarked;
