/** HTTP API of the ingest service: the exception handler, and one package per feature. */
@NullMarked
package io.rapport.ingest.web;

import org.jspecify.annotations.NullMarked;
