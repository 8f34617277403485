/** Sends files and lists to Rapport through its public REST API. */
@NullMarked
package io.rapport.standalone.client;

import org.jspecify.annotations.NullMarked;
