package io.rapport.messaging.config;

import net.jpountz.util.Native;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native library with which Kafka's clients compress and decompress batches. They use it by themselves only if their classes are
 * on the JVM's class path, which those in an executable jar are not; the Java code takes four times as long.
 */
final class NativeCompression {

    private static final Logger LOG = LoggerFactory.getLogger(NativeCompression.class);

    private NativeCompression() {}

    /** Loads the library unless it is loaded. Has an effect only before the first batch. */
    static void load() {
        try {
            Native.load();
        } catch (UnsupportedOperationException | LinkageError e) {
            LOG.warn(
                    "The native library for LZ4 cannot be used, so that compression takes more CPU; it is unpacked to {}: {}",
                    System.getProperty("java.io.tmpdir"),
                    e.toString());
        }
    }
}
