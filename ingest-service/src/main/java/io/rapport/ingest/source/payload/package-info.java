/** What the sources of platforms share: reading of payloads with the path of what is wrong, and verification of signatures. */
@NullMarked
package io.rapport.ingest.source.payload;

import org.jspecify.annotations.NullMarked;
