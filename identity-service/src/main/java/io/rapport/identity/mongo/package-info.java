/** The MongoDB repositories of identity: documents with the published state, and a field for each attribute that is queried. */
@NullMarked
package io.rapport.identity.mongo;

import org.jspecify.annotations.NullMarked;
