package io.rapport.web;

import io.rapport.contracts.access.SessionOpened;
import io.rapport.web.session.SessionStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions in memory. */
public final class SampleSessionStore implements SessionStore {

    private final Map<String, SessionOpened> sessions = new ConcurrentHashMap<>();

    @Override
    public Optional<SessionOpened> find(String hash) {
        return Optional.ofNullable(sessions.get(hash));
    }

    @Override
    public void open(SessionOpened session) {
        sessions.put(session.hash(), session);
    }

    @Override
    public void update(SessionOpened session) {
        sessions.replace(session.hash(), session);
    }

    @Override
    public void close(String hash) {
        sessions.remove(hash);
    }
}
