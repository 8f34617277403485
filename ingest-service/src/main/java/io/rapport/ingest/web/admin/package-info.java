/** Administration of brands and access tokens. */
@NullMarked
package io.rapport.ingest.web.admin;

import org.jspecify.annotations.NullMarked;
