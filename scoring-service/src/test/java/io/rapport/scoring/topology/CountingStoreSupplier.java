package io.rapport.scoring.topology;

import io.rapport.scoring.topology.state.LargeStoreSupplier;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** In-memory stores that count every entry read, written or deleted. */
public final class CountingStoreSupplier implements LargeStoreSupplier {

    private static final Set<String> WORK =
            Set.of("get", "put", "putIfAbsent", "delete", "range", "reverseRange", "all", "next");

    private long work;
    private long bytes;

    /** Returns the number of counted operations. */
    public long work() {
        return work;
    }

    /** The size of the largest value written. */
    public long largest() {
        return bytes;
    }

    @Override
    public KeyValueBytesStoreSupplier supplier(String name) {
        var store = Stores.inMemoryKeyValueStore(name);
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return counted(KeyValueStore.class, store.get());
            }

            @Override
            public String metricsScope() {
                return store.metricsScope();
            }
        };
    }

    @SuppressWarnings("unchecked")
    private <T> T counted(Class<?> type, Object target) {
        return (T) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> call(target, method, args));
    }

    private Object call(Object target, Method method, Object[] args) throws Throwable {
        if (WORK.contains(method.getName())) {
            work++;
        }
        if (method.getName().startsWith("put") && args.length == 2 && args[1] instanceof byte[] value) {
            bytes = Math.max(bytes, value.length);
        }
        try {
            var result = method.invoke(target, args);
            return result instanceof KeyValueIterator ? counted(KeyValueIterator.class, result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
