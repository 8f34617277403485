package io.rapport.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * In every module that has these fixtures on its class path, a test that waits for a condition waits two minutes unless it
 * says otherwise: what is awaited comes within a second, and on a machine that does ten other things at once it comes, too.
 */
public final class AwaitTimeouts implements LauncherSessionListener {

    static final Duration LIMIT = Duration.ofMinutes(2);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LIMIT);
        // In seconds: a server closes a connection after twenty, and a slow test may just be sending on it.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    }
}
