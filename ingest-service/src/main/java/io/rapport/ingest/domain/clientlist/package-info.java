/** Import of client lists: parsing, change detection by digest, and publication. */
@NullMarked
package io.rapport.ingest.domain.clientlist;

import org.jspecify.annotations.NullMarked;
