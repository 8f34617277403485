package io.rapport.identity.domain;

import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fills an empty store from what was published: first the lists, people and handles as they come, newer over older, then
 * {@link #complete} what was half published when the store was lost.
 */
public final class Rebuilding {

    private static final int PAGE = 1000;

    private final HandleStore handles;
    private final PersonStore people;
    private final ListStore lists;
    private final Desk desk;
    private final Matching matching;

    Rebuilding(HandleStore handles, ListStore lists, Desk desk) {
        this.handles = handles;
        this.people = desk.people();
        this.lists = lists;
        this.desk = desk;
        this.matching = desk.matching();
    }

    /** Takes over rows of client lists. */
    public void clients(Collection<ClientListed> rows) {
        lists.putClients(rows);
    }

    /** Takes over people. */
    public void people(Collection<PersonDescribed> states) {
        people.restore(states);
    }

    /** Takes over handles. */
    public void handles(Collection<HandleAssigned> states) {
        handles.restore(states);
    }

    /**
     * Completes what the topics hold half of. What this writes and does not publish, {@link Recovery} does.
     *
     * @param at now
     */
    public void complete(Instant at) {
        for (var page = people.page("", PAGE); !page.isEmpty(); page = people.page(last(page), PAGE)) {
            resume(page);
        }
        for (var page = handles.page("", PAGE); !page.isEmpty(); page = handles.page(lastHandle(page), PAGE)) {
            desk.provisional(page);
            matching.claim(page.stream().map(StoredHandle::state).toList());
            desk.naming()
                    .refresh(
                            page.stream()
                                    .map(handle -> PersonKey.of(handle.state()))
                                    .toList(),
                            at);
        }
    }

    /** The leading person of a half-published decision tells it, and the other one does not: the intent is written again. */
    private void resume(Collection<StoredPerson> page) {
        var last = new HashMap<StoredPerson, Decision>();
        page.forEach(person -> lastAboutTwo(person).ifPresent(decision -> last.put(person, decision)));
        var others = people.find(others(last));
        last.forEach((person, decision) -> {
            var other = others.get(other(person, decision));
            if (person.isFree() && (other == null || !other.tells(decision))) {
                var revision = other == null ? Intent.ABSENT : other.revision();
                people.replace(person.intending(new Intent(decision, revision)));
            }
        });
    }

    private static Optional<Decision> lastAboutTwo(StoredPerson person) {
        return person.state().decisions().stream()
                .filter(decision -> decision.other() != null)
                .reduce((first, last) -> last);
    }

    private static Set<PersonKey> others(Map<StoredPerson, Decision> last) {
        return last.entrySet().stream()
                .map(each -> other(each.getKey(), each.getValue()))
                .collect(Collectors.toSet());
    }

    private static PersonKey other(StoredPerson person, Decision decision) {
        return person.key().other(Objects.requireNonNull(decision.other()));
    }

    private static String last(List<StoredPerson> page) {
        return page.get(page.size() - 1).key().key();
    }

    private static String lastHandle(List<StoredHandle> page) {
        return page.get(page.size() - 1).key().key();
    }
}
