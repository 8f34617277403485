/** MongoDB for every service: configuration, health, store metadata, and brand-scoped reads and idempotent writes of documents. */
@NullMarked
package io.rapport.mongo;

import org.jspecify.annotations.NullMarked;
