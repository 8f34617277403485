/** How ingest talks over Kafka: what came in goes out, decisions are announced, rejections are read back. */
@NullMarked
package io.rapport.ingest.kafka;

import org.jspecify.annotations.NullMarked;
