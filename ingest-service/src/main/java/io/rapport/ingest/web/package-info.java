/** What ingest serves over HTTP. */
@NullMarked
package io.rapport.ingest.web;

import org.jspecify.annotations.NullMarked;
