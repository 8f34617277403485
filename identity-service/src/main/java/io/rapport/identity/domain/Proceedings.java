package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries decisions out, in steps that anybody may take again or take over:
 *
 * <ol>
 *   <li>the intent is written into the leading person;
 *   <li>the other person tells the decision, if nobody was faster: from here on it holds, else it is given up;
 *   <li>the leading person tells it and is published: from here on the topics alone are enough to finish it;
 *   <li>the handles move and are published;
 *   <li>the other person is published, and both are free again.
 * </ol>
 *
 * The leading person is published first and the other one last: a decision that one of them tells and the other does not
 * is half published, and is finished when a store is rebuilt.
 */
final class Proceedings {

    private final HandleStore handles;
    private final PersonStore people;
    private final Families families;
    private final Outbox outbox;

    Proceedings(HandleStore handles, PersonStore people, Families families, Outbox outbox) {
        this.handles = handles;
        this.people = people;
        this.families = families;
        this.outbox = outbox;
    }

    /** Writes a decision's intent. False if somebody else was faster, with the very same as well. */
    boolean begin(Planning.Plan plan) {
        return people.replace(plan.intended());
    }

    /** Writes decisions' intents; those of whom somebody else was faster with another. */
    Set<PersonKey> begin(Collection<Planning.Plan> plans) {
        return people.replace(plans.stream().map(Planning.Plan::intended).toList());
    }

    /**
     * Carries out what these people lead.
     *
     * @return those whose decision held; the others' were given up or finished by somebody else
     * @throws Announcer.NotAnnounced if the broker is away; the decisions that hold are finished later
     */
    List<PersonKey> finish(Collection<PersonKey> leads) {
        var decided = decide(leads);
        if (decided.isEmpty()) {
            return List.of();
        }
        outbox.people(people.find(decided.keySet()).values());
        outbox.handles(move(decided));
        outbox.people(people.find(others(decided)).values());
        release(decided);
        return List.copyOf(decided.keySet());
    }

    /** Both people tell each decision, or neither does: the intents that hold. */
    private Map<PersonKey, Intent> decide(Collection<PersonKey> leads) {
        var decided = new LinkedHashMap<PersonKey, Intent>();
        for (var open = leading(leads); !open.isEmpty(); ) {
            var next = new LinkedHashMap<PersonKey, StoredPerson>();
            for (var each : families.scenes(open).entrySet()) {
                var lead = each.getKey();
                var intent = Objects.requireNonNull(open.get(lead));
                if (!isTold(each.getValue().other(), intent.decision())) {
                    otherTells(each.getValue(), lead, intent)
                            .ifPresent(person -> next.putIfAbsent(person.key(), person));
                } else {
                    decided.put(lead.key(), intent);
                    if (!lead.tells(intent.decision())) {
                        next.put(lead.key(), lead.next(each.getValue().leadAfter(intent.decision())));
                    }
                }
            }
            // Whoever was faster, or came between, is looked at again.
            people.replace(next.values()).forEach(decided::remove);
            open = leading(open.keySet().stream()
                    .map(StoredPerson::key)
                    .filter(key -> !decided.containsKey(key))
                    .toList());
        }
        return decided;
    }

    private Map<StoredPerson, Intent> leading(Collection<PersonKey> leads) {
        var leading = new LinkedHashMap<StoredPerson, Intent>();
        people.find(leads).values().stream()
                .filter(person -> person.intent() != null)
                .sorted(Comparator.comparing(person -> person.key().key()))
                .forEach(person -> leading.put(person, Objects.requireNonNull(person.intent())));
        return leading;
    }

    /** What is to be written next so that the other one tells it, or it is given up. */
    private Optional<StoredPerson> otherTells(Scene scene, StoredPerson lead, Intent intent) {
        var other = scene.other();
        var revision = other == null ? Intent.ABSENT : other.revision();
        if (revision != intent.otherRevision()) {
            return Optional.of(lead.intending(null));
        }
        var after = scene.otherAfter(intent.decision());
        if (other == null) {
            people.insert(new StoredPerson(after, 0, true, null, lead.state().person()));
            return Optional.empty();
        }
        return Optional.of(other.next(after, lead.state().person()));
    }

    private static boolean isTold(@Nullable StoredPerson other, Decision decision) {
        return other != null && other.tells(decision);
    }

    /** Moves the handles; gives those that are still to be published. */
    private Collection<StoredHandle> move(Map<PersonKey, Intent> decided) {
        var leads = people.find(decided.keySet());
        var due = new LinkedHashMap<HandleKey, StoredHandle>();
        var wave = new LinkedHashMap<HandleKey, Transfer>();
        for (var each : decided.entrySet()) {
            var lead = leads.get(each.getKey());
            if (lead == null) {
                // Somebody else finished it, and erased them.
                continue;
            }
            var decision = each.getValue().decision();
            var transfer = Transfer.of(decision, lead.state());
            var keys = moving(lead, decision);
            // What two decisions name moves by one after the other.
            if (keys.stream().anyMatch(wave::containsKey)) {
                due.putAll(move(wave.keySet(), wave));
                wave.clear();
            }
            keys.forEach(key -> wave.put(key, transfer));
        }
        due.putAll(move(wave.keySet(), wave));
        due.putAll(retold(leads, due));
        return due.values().stream().filter(StoredHandle::due).toList();
    }

    /** Somebody erased may have been struck out of what the leads tell, while what they told before moved. */
    private Map<HandleKey, StoredHandle> retold(Map<PersonKey, StoredPerson> leads, Map<HandleKey, StoredHandle> due) {
        var retold = new LinkedHashMap<HandleKey, StoredHandle>();
        people.find(leads.keySet()).forEach((key, now) -> {
            var before = Objects.requireNonNull(leads.get(key));
            if (!before.state().decisions().equals(now.state().decisions())) {
                var told = History.of(before);
                retold.putAll(change(due.keySet(), handle -> Striking.retold(handle.state(), told, History.of(now))));
            }
        });
        return retold;
    }

    private Map<HandleKey, StoredHandle> move(Set<HandleKey> keys, Map<HandleKey, Transfer> transfers) {
        return change(
                keys,
                handle -> Objects.requireNonNull(transfers.get(handle.key())).apply(handle.state()));
    }

    private Map<HandleKey, StoredHandle> change(Set<HandleKey> keys, Function<StoredHandle, HandleAssigned> change) {
        while (true) {
            var found = handles.find(keys);
            var changed = changed(found, change);
            if (handles.replace(changed.values()).isEmpty()) {
                found.putAll(changed);
                return found;
            }
        }
    }

    private List<HandleKey> moving(StoredPerson lead, Decision decision) {
        var effect = History.of(lead).effect(decision);
        if (effect == Effect.NOTES) {
            return List.of();
        }
        var named = Stream.concat(decision.handles().stream(), Stream.ofNullable(decision.foundOn()))
                .map(HandleKey::of)
                .toList();
        return named.isEmpty()
                ? families.handlesOf(List.of(lead)).stream()
                        .map(HandleAssigned::handleKey)
                        .toList()
                : named;
    }

    private static Map<HandleKey, StoredHandle> changed(
            Map<HandleKey, StoredHandle> found, Function<StoredHandle, HandleAssigned> change) {
        var changed = new LinkedHashMap<HandleKey, StoredHandle>();
        found.forEach((key, handle) -> {
            var after = change.apply(handle);
            if (after != handle.state()) {
                changed.put(key, handle.next(after));
            }
        });
        return changed;
    }

    private static List<PersonKey> others(Map<PersonKey, Intent> decided) {
        var others = new ArrayList<PersonKey>();
        decided.forEach((lead, intent) -> others.add(lead.other(intent.other())));
        return others;
    }

    /** The others first: who is held always has somebody who leads. */
    private void release(Map<PersonKey, Intent> decided) {
        var keys = Set.copyOf(others(decided));
        for (var held = held(keys, decided); !held.isEmpty(); held = held(keys, decided)) {
            people.replace(held.stream().map(person -> person.heldBy(null)).toList());
        }
        for (var open = undecided(decided); !open.isEmpty(); open = undecided(decided)) {
            people.replace(open.stream().map(person -> person.intending(null)).toList());
        }
    }

    private List<StoredPerson> held(Set<PersonKey> others, Map<PersonKey, Intent> decided) {
        return people.find(others).values().stream()
                .filter(person -> person.heldBy() != null)
                .filter(person -> isAbout(decided.get(person.leader()), person))
                .toList();
    }

    private static boolean isAbout(@Nullable Intent intent, StoredPerson person) {
        return intent != null && intent.other().equals(person.state().person());
    }

    private List<StoredPerson> undecided(Map<PersonKey, Intent> decided) {
        return people.find(decided.keySet()).values().stream()
                .filter(person -> leads(person, Objects.requireNonNull(decided.get(person.key()))))
                .toList();
    }

    private static boolean leads(StoredPerson person, Intent intent) {
        return person.intent() != null
                && person.intent().decision().id().equals(intent.decision().id());
    }
}
