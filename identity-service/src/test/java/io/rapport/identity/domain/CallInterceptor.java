package io.rapport.identity.domain;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Counts calls of repositories and topics, and runs an action before one of them. */
public final class CallInterceptor {

    private static final Set<String> UNCOUNTED = Set.of("toString", "hashCode", "equals");

    private int calls;
    private int when = -1;
    private Runnable happening = () -> {};

    /** The number of calls so far. */
    public int calls() {
        return calls;
    }

    /** Runs an action once, before the call of that number counted from now. */
    public void before(int call, Runnable something) {
        when = calls + call;
        happening = something;
    }

    <T> T before(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (!UNCOUNTED.contains(method.getName())) {
                pass();
            }
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void pass() {
        if (calls++ == when) {
            happening.run();
        }
    }
}
