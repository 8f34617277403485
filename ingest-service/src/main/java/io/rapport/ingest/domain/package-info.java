/** What may come in: the rules every engagement, brand, token and client has to keep, and what becomes of each row. */
@NullMarked
package io.rapport.ingest.domain;

import org.jspecify.annotations.NullMarked;
