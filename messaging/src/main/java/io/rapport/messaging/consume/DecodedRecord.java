package io.rapport.messaging.consume;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A decoded record with the encoded one, which becomes the dead letter if the handler cannot process it. */
record DecodedRecord<V>(ConsumerRecord<byte[], byte[]> encoded, ReceivedRecord<V> received) {}
