package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Writes a decision's intent. False if somebody else was faster. */
    boolean begin(Planning.Plan plan) {
        return people.replace(plan.intended());
    }

    /**
     * Carries out what these people lead.
     *
     * @return those whose decision held; the others' were given up or finished by somebody else
     * @throws Announcer.NotAnnounced if the broker is away; the decisions that hold are finished later
     */
    List<PersonKey> finish(Collection<PersonKey> leads) {
        var decided = new LinkedHashMap<PersonKey, Intent>();
        for (var lead : leads) {
            var intent = decide(lead);
            if (intent != null) {
                decided.put(lead, intent);
            }
        }
        outbox.people(people.find(decided.keySet()).values());
        outbox.handles(decided.entrySet().stream()
                .flatMap(each -> move(each.getKey(), each.getValue().decision()))
                .toList());
        outbox.people(people.find(others(decided)).values());
        decided.forEach(this::release);
        return List.copyOf(decided.keySet());
    }

    /** Both people tell the decision, or neither does: the intent that holds, or null. */
    private @Nullable Intent decide(PersonKey lead) {
        for (var person = find(lead); person != null; person = find(lead)) {
            var intent = person.intent();
            if (intent == null) {
                return null;
            }
            var scene = families.scene(person, intent);
            if (!isTold(scene.other(), intent.decision())) {
                otherTells(scene, person, intent);
            } else if (person.tells(intent.decision())
                    || people.replace(person.next(scene.leadAfter(intent.decision())))) {
                return intent;
            }
        }
        return null;
    }

    private void otherTells(Scene scene, StoredPerson lead, Intent intent) {
        var other = scene.other();
        var revision = other == null ? Intent.ABSENT : other.revision();
        if (revision != intent.otherRevision()) {
            people.replace(lead.intending(null));
            return;
        }
        PersonDescribed after = scene.otherAfter(intent.decision());
        if (other == null) {
            people.insert(new StoredPerson(after, 0, true, null, lead.state().person()));
        } else {
            people.replace(other.next(after, lead.state().person()));
        }
    }

    private static boolean isTold(@Nullable StoredPerson other, Decision decision) {
        return other != null && other.tells(decision);
    }

    /** Moves the handles; gives those that are still to be published. */
    private Stream<StoredHandle> move(PersonKey lead, Decision decision) {
        var person = Objects.requireNonNull(find(lead));
        var transfer = Transfer.of(decision, person.state());
        var keys = moving(person, decision);
        while (true) {
            var found = handles.find(keys);
            var moved = moved(found, transfer);
            if (handles.replace(moved.values()).isEmpty()) {
                found.putAll(moved);
                return found.values().stream().filter(StoredHandle::due);
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

    private static Map<HandleKey, StoredHandle> moved(Map<HandleKey, StoredHandle> found, Transfer transfer) {
        var moved = new LinkedHashMap<HandleKey, StoredHandle>();
        found.forEach((key, handle) -> {
            var after = transfer.apply(handle.state());
            if (after != handle.state()) {
                moved.put(key, handle.next(after));
            }
        });
        return moved;
    }

    private static List<PersonKey> others(Map<PersonKey, Intent> decided) {
        var others = new ArrayList<PersonKey>();
        decided.forEach((lead, intent) -> others.add(lead.other(intent.other())));
        return others;
    }

    /** The other one first: who is held always has somebody who leads. */
    private void release(PersonKey lead, Intent intent) {
        var otherKey = lead.other(intent.other());
        for (var other = find(otherKey); isHeld(other, lead); other = find(otherKey)) {
            people.replace(Objects.requireNonNull(other).heldBy(null));
        }
        for (var person = find(lead); leads(person, intent); person = find(lead)) {
            people.replace(Objects.requireNonNull(person).intending(null));
        }
    }

    private static boolean isHeld(@Nullable StoredPerson other, PersonKey lead) {
        return other != null && lead.person().equals(other.heldBy());
    }

    private static boolean leads(@Nullable StoredPerson person, Intent intent) {
        return person != null
                && person.intent() != null
                && person.intent().decision().id().equals(intent.decision().id());
    }

    private @Nullable StoredPerson find(PersonKey key) {
        return people.find(List.of(key)).get(key);
    }
}
