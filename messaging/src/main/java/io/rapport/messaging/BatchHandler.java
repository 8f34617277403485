package io.rapport.messaging;

import java.util.List;

/** What a service does with events it reads. */
@FunctionalInterface
public interface BatchHandler<V> {

    /**
     * Takes events in, in the order of their partition. The same events may come again; taking them in twice must change
     * nothing. An exception means that nothing may be lost: the same batch comes again, later and later.
     */
    void apply(List<ReceivedRecord<V>> batch);
}
