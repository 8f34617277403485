package io.rapport.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Sets the default timeout of Awaitility to two minutes in every module with these fixtures on its class path: conditions
 * usually hold within a second, but a loaded machine takes longer.
 */
public final class AwaitTimeouts implements LauncherSessionListener {

    static final Duration LIMIT = Duration.ofMinutes(2);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LIMIT);
        // In seconds, below the server's timeout of 20: otherwise a slow test may send on a connection that is being
        // closed.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    }
}
