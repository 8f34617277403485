/** HTTP to addresses that users name: only public ones are reached. */
@NullMarked
package io.rapport.ingest.pull.http;

import org.jspecify.annotations.NullMarked;
