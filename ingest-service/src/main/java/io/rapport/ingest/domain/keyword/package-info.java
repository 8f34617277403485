/** Prices of keywords: reads the exports of advertising systems, and joins them into the price list of a brand. */
@NullMarked
package io.rapport.ingest.domain.keyword;

import org.jspecify.annotations.NullMarked;
