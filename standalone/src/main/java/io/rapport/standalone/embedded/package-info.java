/** A real Kafka broker and an in-memory MongoDB inside this JVM. */
@NullMarked
package io.rapport.standalone.embedded;

import org.jspecify.annotations.NullMarked;
